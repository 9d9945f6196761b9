import { Controller, Delete, Head, HttpCode, Param, Patch, Post, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiConsumes } from '@nestjs/swagger';
import { Answers, InvalidInput, Permit, refusePlatform, Who, type Actor } from '@hejie/platform';
import { Metadata } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TusDoor } from './tus-door.js';
import { Uploads } from './uploads.js';

const CHUNK = 'application/offset+octet-stream';

/** What `Upload-Metadata` of a new upload must carry, beside `Upload-Length`. */
const startSchema = z.object({ caseId: z.uuid(), filename: z.string().min(1).max(300), bytes: z.coerce.number().int().min(1) });

/**
 * Resumable uploads in the tus 1.0 protocol, for large files over weak connections. A finished one
 * becomes evidence by `POST /api/cases/:id/evidence/uploaded`.
 */
@Controller('api/uploads')
export class UploadsController implements OnModuleInit {
  constructor(
    private readonly uploads: Uploads,
    private readonly tus: TusDoor,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Chunks are left in the request's stream for the protocol to read. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!fastify?.hasContentTypeParser) return; // a worker without a port
    if (!fastify.hasContentTypeParser(CHUNK)) fastify.addContentTypeParser(CHUNK, (_request, _payload, done) => done(null));
  }

  /** `Upload-Metadata` names `caseId` and `filename`; `Upload-Length` is needed. Answers `Location`. */
  @Post()
  @Permit('cases.evidence.add')
  @Answers(z.any(), 201)
  async start(@Who() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { caseId, filename, bytes } = announced(request);
    const id = await this.uploads.start(actor, { caseId, name: filename, bytes });
    try {
      relay(await this.tus.answer(request, id), reply);
    } catch (error) {
      await this.uploads.forget(id);
      throw error;
    }
  }

  /** How far it got: `Upload-Offset`. */
  @Head(':uploadId')
  @Permit('cases.evidence.add')
  @Answers(z.any())
  async look(@Who() actor: Actor, @Param('uploadId', { schema: z.uuid() }) id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.uploads.own(actor, id);
    relay(await this.tus.answer(request), reply);
  }

  @Patch(':uploadId')
  @Permit('cases.evidence.add')
  @ApiConsumes(CHUNK)
  @Answers(z.any(), 204)
  async append(@Who() actor: Actor, @Param('uploadId', { schema: z.uuid() }) id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.uploads.own(actor, id);
    relay(await this.tus.answer(request), reply);
  }

  @Delete(':uploadId')
  @Permit('cases.evidence.add')
  @HttpCode(204)
  @Answers(z.any(), 204)
  async giveUp(@Who() actor: Actor, @Param('uploadId', { schema: z.uuid() }) id: string, @Res() reply: FastifyReply) {
    await this.uploads.own(actor, id);
    await this.uploads.forget(id);
    void reply.status(204).header('tus-resumable', '1.0.0').send();
  }
}

/** @throws MALFORMED_REQUEST, VALIDATION_FAILED */
function announced(request: FastifyRequest): z.infer<typeof startSchema> {
  let metadata: Record<string, string | null>;
  try {
    metadata = Metadata.parse(String(request.headers['upload-metadata'] ?? ''));
  } catch {
    throw refusePlatform('MALFORMED_REQUEST');
  }
  const parsed = startSchema.safeParse({ ...metadata, bytes: request.headers['upload-length'] });
  if (!parsed.success) throw new InvalidInput(parsed.error.issues);
  return parsed.data;
}

function relay(answer: Response, reply: FastifyReply): void {
  void reply.status(answer.status).headers(Object.fromEntries(answer.headers)).send();
}
