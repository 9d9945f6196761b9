import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api } from '../api/client.js';
import { forgetVisit } from '../api/this-visit.js';
import { forgetUnsent } from '../filing/draft-saving.js';
import { resetRealtime } from '../realtime/socket.js';
import { forgetUnsentMessages } from '../realtime/unsent-store.js';

/** Ends the session here and on the server, and forgets what this browser held of it. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return async () => {
    await api.delete('/auth/sessions/current');
    forgetUnsent();
    forgetVisit();
    await forgetUnsentMessages();
    await resetRealtime();
    queries.clear();
    go('/');
  };
}
