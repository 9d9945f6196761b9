import { useEffect, useReducer, useState } from 'react';
import { api } from '../api/client.js';
import { LiveRoom } from './live-room.js';

/** A room, live while the page shows it; what is seen is marked as read. Undefined for the first moment. */
export function useRoom(roomId: string, accountId: string): LiveRoom | undefined {
  const [, changed] = useReducer((n: number) => n + 1, 0);
  const [room, setRoom] = useState<LiveRoom>();
  useEffect(() => {
    const live = new LiveRoom(roomId, accountId, changed);
    setRoom(live);
    return () => live.close();
  }, [roomId, accountId]);

  const lastSeq = room?.messages?.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (lastSeq > 0 && document.visibilityState === 'visible') void api.put(`/rooms/${roomId}/read`, { seq: lastSeq }).catch(() => undefined);
  }, [roomId, lastSeq]);
  return room;
}
