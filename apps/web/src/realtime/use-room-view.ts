import type { RoomView } from '@hejie/rooms/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

const EVERY_MS = 15_000;

/** What a room is and who is in it, kept fresh. */
export function useRoomView(roomId: string) {
  return useQuery({ queryKey: ['room', roomId], queryFn: () => api.get<RoomView>(`/rooms/${roomId}`), refetchInterval: EVERY_MS });
}
