import { ROOM_REMOVED } from '@hejie/rooms/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { realtime } from '../realtime/socket.js';

/** Looks at the session anew the moment one is moved out of a room, so that the page shows where one is. */
export function useMoved(sessionId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const look = () => void queries.invalidateQueries({ queryKey: ['session', sessionId] });
    const socket = realtime();
    void socket.then((s) => s.on(ROOM_REMOVED, look));
    return () => void socket.then((s) => s.off(ROOM_REMOVED, look));
  }, [sessionId, queries]);
}
