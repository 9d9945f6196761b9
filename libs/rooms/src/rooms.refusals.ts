import { refusals } from '@hejie/platform';

export const roomsRefusals = {
  CALL_FULL: 409,
  CALL_UNAVAILABLE: 503,
  ROOM_FILES_FULL: 422,
  ROOM_FILE_UNKNOWN: 422,
  ROOM_LOCKED: 409,
  ROOM_MENTION_UNKNOWN: 422,
  ROOM_MUTED: 409,
  ROOM_QUOTE_UNKNOWN: 422,
  ROOM_SEALED: 409,
  ROOM_UNAVAILABLE: 503,
  ROOM_WITHDRAW_LATE: 409,
  ROOM_WITHDRAW_QUOTED: 409,
  ROOM_WITHDRAW_SEALED: 409,
} as const;
export const refuse = refusals(roomsRefusals);
