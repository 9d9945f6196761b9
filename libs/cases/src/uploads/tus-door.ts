import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { MAX_FILE_BYTES, notFound, refusePlatform } from '@hejie/platform';
import { Server } from '@tus/server';
import type { FastifyRequest } from 'fastify';
import { UploadFiles } from './upload-files.js';

export const UPLOADS_PATH = '/api/uploads';
/** Carries the id that was chosen for a new upload to the protocol; a client's own is overwritten. */
const ID_HEADER = 'x-upload-id';

/** Speaks the tus 1.0 protocol over the upload folder. Who may upload is decided before it is asked. */
@Injectable()
export class TusDoor {
  private readonly tus: Server;

  constructor(files: UploadFiles) {
    this.tus = new Server({
      path: UPLOADS_PATH,
      relativeLocation: true,
      datastore: files.store,
      maxSize: MAX_FILE_BYTES,
      allowedOrigins: [],
      namingFunction: (request) => request.headers.get(ID_HEADER)!,
    });
  }

  /** Lets the protocol answer. @throws its refusals as ours, so that every door speaks the same problems */
  async answer(request: FastifyRequest, newUploadId?: string): Promise<Response> {
    const { method = 'HEAD', url, headers } = request.raw;
    const given = new Headers(Object.entries(headers).flatMap(([k, v]): [string, string][] => (typeof v === 'string' ? [[k, v]] : [])));
    given.delete(ID_HEADER);
    if (newUploadId) given.set(ID_HEADER, newUploadId);
    const withBody = method === 'PATCH' || method === 'POST';
    const init = { method, headers: given, ...(withBody ? { body: Readable.toWeb(request.raw), duplex: 'half' } : {}) };
    const answer = await this.tus.handleWeb(new Request(`http://uploads${url}`, init as RequestInit) as never);
    if (answer.status < 400) return answer;
    switch (answer.status) {
      case 404:
      case 410:
        throw notFound();
      case 409:
        throw refusePlatform('CONFLICT');
      case 413:
        throw refusePlatform('PAYLOAD_TOO_LARGE');
      default:
        throw refusePlatform(answer.status < 500 ? 'MALFORMED_REQUEST' : 'UNAVAILABLE');
    }
  }
}
