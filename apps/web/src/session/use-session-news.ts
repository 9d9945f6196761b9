import { SESSION_CHANGED } from '@hejie/mediation/contract';
import { ROOM_MESSAGES, ROOM_REMOVED, type RoomMessages } from '@hejie/rooms/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { realtime } from '../realtime/socket.js';

/** Looks at the session anew the moment one is moved, somebody comes to its door, or a line in one's room says that something was done. */
export function useSessionNews(sessionId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const look = () => void queries.invalidateQueries({ queryKey: ['session', sessionId] });
    const heard = ({ messages }: RoomMessages) => messages.some((m) => m.kind === 'system') && look();
    const socket = realtime();
    void socket.then((s) => s.on(ROOM_REMOVED, look).on(SESSION_CHANGED, look).on(ROOM_MESSAGES, heard));
    return () => void socket.then((s) => s.off(ROOM_REMOVED, look).off(SESSION_CHANGED, look).off(ROOM_MESSAGES, heard));
  }, [sessionId, queries]);
}
