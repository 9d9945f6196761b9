import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api } from '../api/client.js';
import { resetRealtime } from '../realtime/socket.js';
import { countUnsentMessages } from '../realtime/unsent-store.js';
import { forgetAll, nobodysNow } from './forget-all.js';

/** Ends the session here and on the server, and forgets what this browser held of it; asks first where that takes unsent messages with it. */
export function useSignOut(): () => Promise<void> {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [, go] = useLocation();
  return async () => {
    const unsent = await countUnsentMessages();
    if (unsent > 0 && !confirm(t('nav.signOutUnsent', { count: unsent }))) return;
    await api.delete('/auth/sessions/current');
    await forgetAll();
    nobodysNow();
    await resetRealtime();
    queries.clear();
    go('/');
  };
}
