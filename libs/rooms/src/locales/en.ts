export const en = {
  CALL_FULL: 'The call already has four people. Please join when somebody has left; you can still write.',
  ROOM_FILE_UNKNOWN: 'The file to send was not found. Please upload it again.',
  ROOM_LOCKED: 'The mediator has paused this room. Your message was not sent; you can send it when the room is open again.',
  ROOM_MENTION_UNKNOWN: 'Somebody you mention is not in this room. Nothing was sent.',
  ROOM_MUTED: 'The mediator has paused your speaking. Your message was not sent; you can send it when you are given the floor again.',
  ROOM_QUOTE_UNKNOWN: 'The message you quote was not found or was taken back. Nothing was sent.',
  ROOM_SEALED: 'The session has ended and its record is sealed. You can read it but no longer write in it. To go on talking, ask for another session.',
  ROOM_UNAVAILABLE: 'The message cannot be sent at the moment. It is kept; please send it again shortly.',
  ROOM_WITHDRAW_LATE: 'It was sent more than two minutes ago and cannot be taken back.',
  ROOM_WITHDRAW_SEALED: 'The session has ended and its log is sealed, so nothing can be taken back.',
  ROOM_WITHDRAW_QUOTED: 'Somebody has quoted this message, so it cannot be taken back.',
};
