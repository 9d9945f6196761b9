import '@fastify/multipart'; // adds `file()` to the request's type
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { refusePlatform } from '../context/platform-refusals.js';
import { InvalidInput } from '../http/validation.js';
import type { FileStore } from './file-store.js';
import { MAX_FILE_BYTES, storeTyped, type TypedBytes } from './store-typed.js';

export interface ReceivedFile<F> extends TypedBytes {
  readonly name: string;
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
    const name = cleanName(part.filename);
    return { ...(await storeTyped(part.file, name, store)), name, fields: parsed.data };
  } catch (error) {
    throw part.file.errored ? refusePlatform('MALFORMED_REQUEST') : error; // the form broke off, not us
  } finally {
    part.file.resume(); // what was not read is drained, or the connection hangs
  }
}

/** A file's name as people see it: the last path part, without control characters, at most 120 characters. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(-120) || 'file';
}
