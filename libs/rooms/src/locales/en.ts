export const en = {
  ROOM_FILE_UNKNOWN: 'The file to send was not found. Please upload it again.',
  ROOM_UNAVAILABLE: 'The message cannot be sent at the moment. It is kept; please send it again shortly.',
};
