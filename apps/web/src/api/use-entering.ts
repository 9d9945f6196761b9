import type { Me } from '@hejie/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { keepsOnlyOwn } from '../app/forget-all.js';
import { resetRealtime } from '../realtime/socket.js';
import { keepToken } from './client.js';

/** What follows every way of signing in: the session's token is kept, the socket is theirs, and they go on. */
export function useEntering(): (me: Me, to: string) => Promise<void> {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return async (me, to) => {
    keepToken(me.csrfToken);
    await keepsOnlyOwn(me.accountId, queries);
    await resetRealtime();
    queries.setQueryData(['me'], me);
    go(to, { replace: true });
  };
}
