import { useEffect } from 'react';
import { useMe } from '../api/me.js';
import { queries } from '../api/queries.js';
import { realtime } from './socket.js';

const INBOX = { queryKey: ['notifications'] };

/** Keeps the inbox of who is signed in up to date while the page is open: told over the socket, and asked after a broken line. */
export function useInboxNews(): void {
  const session = useMe().data?.csrfToken; // another session has another socket
  useEffect(() => {
    if (!session) return;
    let stop: (() => void) | undefined;
    let left = false;
    const changed = () => void queries.invalidateQueries(INBOX);
    // the contract and the socket come after the page
    void Promise.all([realtime(), import('@hejie/reminders/contract')]).then(([socket, { NOTIFICATIONS_CHANGED }]) => {
      if (left) return;
      socket.on(NOTIFICATIONS_CHANGED, changed);
      socket.on('connect', changed); // however fresh: what came before this line was told to nobody here
      stop = () => {
        socket.off(NOTIFICATIONS_CHANGED, changed);
        socket.off('connect', changed);
      };
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [session]);
}
