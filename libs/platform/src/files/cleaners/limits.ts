/** Points; a picture that unpacks to more is not unpacked. */
export const MAX_PIXELS = 150_000_000;
/** Bytes that what lies packed in a document may take, all together; one that takes more is not unpacked. */
export const MOST_UNPACKED = 200 * 1024 * 1024;
