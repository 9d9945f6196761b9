import '@fastify/multipart'; // adds `file()` to the request's type
import { fileTypeStream } from 'file-type';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { refusePlatform } from '../context/platform-refusals.js';
import { InvalidInput } from '../http/validation.js';
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

export interface ReceivedFile<F> extends StoredBytes {
  readonly name: string;
  readonly mediaType: string;
  /** The form's other fields, parsed; they must come before the file. */
  readonly fields: F;
}

/**
 * Takes the one file of a multipart form into the store. The type is what the content says, not what
 * the sender claims.
 * @throws PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, MALFORMED_REQUEST, InvalidInput; nothing is kept then
 */
export async function receiveFile<F>(request: FastifyRequest, store: FileStore, fieldsSchema: z.ZodType<F>): Promise<ReceivedFile<F>> {
  if (!request.isMultipart()) throw refusePlatform('UNSUPPORTED_MEDIA_TYPE');
  const part = await request.file({ limits: { files: 1, fileSize: MAX_FILE_BYTES + 1, fields: 20, fieldSize: 4096 } });
  if (!part) throw refusePlatform('MALFORMED_REQUEST');
  try {
    const parsed = fieldsSchema.safeParse(
      Object.fromEntries(
        Object.entries(part.fields).flatMap(([key, field]) => (field && 'value' in field ? [[key, field.value]] : [])),
      ),
    );
    if (!parsed.success) throw new InvalidInput(parsed.error.issues);
    const typed = await fileTypeStream(part.file);
    const mediaType = typed.fileType?.mime;
    if (!mediaType || !ACCEPTED_TYPES.has(mediaType)) throw refusePlatform('UNSUPPORTED_MEDIA_TYPE');
    const stored = await store.put(typed, MAX_FILE_BYTES);
    return { ...stored, name: cleanName(part.filename), mediaType, fields: parsed.data };
  } finally {
    part.file.resume(); // what was not read is drained, or the connection hangs
  }
}

/** A file's name as people see it: the last path part, without control characters, at most 120 characters. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(-120) || 'file';
}
