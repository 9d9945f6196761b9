import { Controller, Get, Param, Res } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { sealedSessionSchema } from '../contract/index.js';
import { ExportSealedSession } from './export-sealed-session.js';

@Controller('api/sessions/:id/sealed-log')
export class SealedSessionController {
  constructor(private readonly exporting: ExportSealedSession) {}

  @Get()
  @Permit('mediation.session.read')
  @Answers(sealedSessionSchema)
  async download(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) sessionId: string, @Res() reply: FastifyReply) {
    const { name, text } = await this.exporting.execute(actor, sessionId);
    // the bytes are the point: sent as they were written
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    await reply.headers({ 'content-type': 'application/json; charset=utf-8', 'content-disposition': disposition, 'cache-control': 'private, no-store' }).send(text);
  }
}
