import { useEffect, useRef } from 'react';
import { api } from '../api/client.js';

/** How often is looked whether there is something to mark: what comes in quick succession is marked together. */
const LOOK_MS = 500;
const AFTER_FAILURE_MS = 10_000;

/** Marks a room as read up to what is in sight, once the page itself is: what comes while the phone sleeps waits until it wakes. */
export function useMarksRead(roomId: string, seq: number): void {
  const inSight = useRef(seq);
  inSight.current = seq;
  useEffect(() => {
    let marked = 0;
    let notBefore = 0;
    const look = () => {
      const upTo = inSight.current;
      if (upTo === marked || document.visibilityState !== 'visible' || Date.now() < notBefore) return;
      marked = upTo;
      void api.put(`/rooms/${roomId}/read`, { seq: upTo }).catch(() => {
        marked = 0;
        notBefore = Date.now() + AFTER_FAILURE_MS;
      });
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [roomId]);
}
