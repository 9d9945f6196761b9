import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, ApiProblem } from '../api/client.js';
import { resetRealtime } from '../realtime/socket.js';
import { countUnsentMessages } from '../realtime/unsent-store.js';
import { forgetAll, nobodysNow } from './forget-all.js';

/**
 * Ends the session here and on the server, and forgets what this browser held of it; asks first where that takes unsent messages with it.
 * Where the server cannot be told, everything stays and one is told so: a phone others use must not look signed out while its session is good.
 */
export function useSignOut(): () => Promise<void> {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [, go] = useLocation();
  return async () => {
    const unsent = await countUnsentMessages();
    if (unsent > 0 && !confirm(t('nav.signOutUnsent', { count: unsent }))) return;
    try {
      await api.delete('/auth/sessions/current');
    } catch (error) {
      // over already: it ran out, or an earlier try got through whose answer did not come back
      if (!(error instanceof ApiProblem && error.status === 401)) return alert(t('nav.signOutFailed'));
    }
    await forgetAll();
    nobodysNow();
    await resetRealtime();
    queries.clear();
    go('/');
  };
}
