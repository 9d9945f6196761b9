import type { FastifyReply } from 'fastify';
import type { FileStore } from './file-store.js';

/**
 * Answers a stored file. Pictures, PDF, sound and film are shown in place, all else is downloaded; the
 * browser may not guess another type. Ranges are served, so that sound and film can be wound.
 */
export function sendFile(
  reply: FastifyReply,
  store: FileStore,
  file: { sha256: string; bytes: number; mediaType: string; name: string },
  range: string | undefined,
): void {
  const inline = /^(image|audio|video)\/|^application\/pdf$/.test(file.mediaType);
  void reply
    .type(file.mediaType)
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    // asked for each time: who was put out, or signed out on a shared phone, has it no longer
    .header('cache-control', 'private, no-cache')
    .header('etag', `"${file.sha256}"`)
    .header('accept-ranges', 'bytes');
  if (reply.request.headers['if-none-match'] === `"${file.sha256}"`) {
    void reply.status(304).send();
    return;
  }
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  const start = match ? Number(match[1]) : 0;
  const end = match?.[2] ? Math.min(Number(match[2]), file.bytes - 1) : file.bytes - 1;
  if (match && start <= end) {
    void reply.status(206).header('content-range', `bytes ${start}-${end}/${file.bytes}`).header('content-length', end - start + 1);
    void reply.send(store.open(file.sha256, { start, end }));
    return;
  }
  void reply.header('content-length', file.bytes).send(store.open(file.sha256));
}

/** RFC 5987: encodeURIComponent leaves four characters that are not allowed there. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
