import { Readable } from 'node:stream';
import { fileTypeFromBuffer, fileTypeStream } from 'file-type';
import { refusePlatform } from '../context/platform-refusals.js';
import type { FileStore, StoredBytes } from './file-store.js';

/** Kinds of files people bring as evidence or show in a room, by what the bytes say. */
export const ACCEPTED_TYPES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
  'audio/mpeg',
  'audio/x-m4a',
  'audio/mp4',
  'audio/amr',
  'audio/wav',
  'audio/webm',
  'audio/ogg',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

/** The largest single file, bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export interface TypedBytes extends StoredBytes {
  readonly mediaType: string;
}

/**
 * Takes a stream into the store if its content is of an accepted type; the name only says whether
 * bytes without a signature may be plain text (an exported chat, a list).
 * @throws PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, the latter also for no bytes at all; nothing is kept then
 */
export async function storeTyped(source: Readable, name: string, store: FileStore): Promise<TypedBytes> {
  if (!(await hasBytes(source))) throw refusePlatform('UNSUPPORTED_MEDIA_TYPE');
  const typed = /\.(docx|xlsx)$/i.test(name) ? await wholly(source) : await fileTypeStream(source);
  const found = typed.fileType?.mime.replace(/;.*/, ''); // Ogg with Opus is said with its codec
  if (found ? !ACCEPTED_TYPES.has(found) : !/\.(txt|csv)$/i.test(name)) throw refusePlatform('UNSUPPORTED_MEDIA_TYPE');
  const bytes = found ? typed : Readable.from(textOnly(typed as AsyncIterable<Buffer>), { objectMode: false });
  return { ...(await store.put(bytes, MAX_FILE_BYTES)), mediaType: found ?? 'text/plain' };
}

/**
 * Whether anything comes, without taking it: who looks for a type in a stream that has ended empty waits for ever.
 * Not by iterating: a source that is refused later is drained by its owner, which an iterator's hold on it would prevent.
 */
function hasBytes(source: Readable): Promise<boolean> {
  if (source.readableLength > 0) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    const settle = () => {
      for (const event of ['readable', 'end', 'close']) source.off(event, settle);
      source.off('error', fail);
      resolve(source.readableLength > 0);
    };
    const fail = (error: Error) => {
      reject(error);
      settle();
    };
    for (const event of ['readable', 'end', 'close']) source.once(event, settle);
    source.once('error', fail);
    source.read(0); // one that has ended says so only when it is asked
  });
}

/** What an archive is an archive of may stand at its end, where LibreOffice writes it: the whole is looked at. @throws PAYLOAD_TOO_LARGE */
async function wholly(source: Readable) {
  const chunks: Buffer[] = [];
  let left = MAX_FILE_BYTES;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    left -= chunk.length;
    if (left < 0) throw refusePlatform('PAYLOAD_TOO_LARGE');
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  return Object.assign(Readable.from([whole], { objectMode: false }), { fileType: await fileTypeFromBuffer(whole) });
}

/** Passes on what reads as text in UTF-8 or GB 18030, the two encodings Chinese phones and computers write. */
async function* textOnly(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let readers = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding, { fatal: true }));
  const keep = (chunk?: Buffer) => {
    readers = readers.filter((reader) => reads(reader, chunk));
    if (readers.length === 0) throw refusePlatform('UNSUPPORTED_MEDIA_TYPE');
  };
  for await (const chunk of source) {
    if (chunk.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) throw refusePlatform('UNSUPPORTED_MEDIA_TYPE');
    keep(chunk);
    yield chunk;
  }
  keep();
}

/** Whether the decoder takes the next chunk, or the end when there is none. */
function reads(reader: TextDecoder, chunk?: Buffer): boolean {
  try {
    reader.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
