export const en = {
  ROOM_FILE_UNKNOWN: 'The file to send was not found. Please upload it again.',
  ROOM_LOCKED: 'The mediator has paused this room. Your message was not sent; you can send it when the room is open again.',
  ROOM_MUTED: 'The mediator has paused your speaking. Your message was not sent; you can send it when you are given the floor again.',
  ROOM_UNAVAILABLE: 'The message cannot be sent at the moment. It is kept; please send it again shortly.',
};
