import type { RoomView } from '@hejie/rooms/contract';
import { useEffect, useReducer, useState } from 'react';
import { LiveRoom } from './live-room.js';

/** A room, live while the page shows it. Undefined for the first moment. */
export function useRoom({ id, caseId }: Pick<RoomView, 'id' | 'caseId'>, accountId: string): LiveRoom | undefined {
  const [, changed] = useReducer((n: number) => n + 1, 0);
  const [room, setRoom] = useState<LiveRoom>();
  useEffect(() => {
    const live = new LiveRoom(id, caseId, accountId, changed);
    setRoom(live);
    return () => live.close();
  }, [id, caseId, accountId]);
  return room;
}
