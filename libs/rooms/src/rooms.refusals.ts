import { refusals } from '@hejie/platform';

export const roomsRefusals = { ROOM_FILE_UNKNOWN: 422, ROOM_LOCKED: 409, ROOM_MUTED: 409, ROOM_UNAVAILABLE: 503 } as const;
export const refuse = refusals(roomsRefusals);
