import { Body, Controller, Get, Headers, Param, Post, Put, Res } from '@nestjs/common';
import { Answers, FileStore, Permit, sendFile, Who, type Actor } from '@hejie/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { confirmMinutesSchema, draftMinutesSchema, minutesListSchema, objectMinutesSchema, type ConfirmMinutes, type DraftMinutes as Draft, type ObjectMinutes } from '../contract/index.js';
import { AnswerMinutes } from './answer-minutes.js';
import { DraftMinutes } from './draft-minutes.js';
import { ReadMinutes } from './read-minutes.js';

const id = { schema: z.uuid() };

@Controller('api')
export class MinutesController {
  constructor(
    private readonly drafting: DraftMinutes,
    private readonly answering: AnswerMinutes,
    private readonly reading: ReadMinutes,
    private readonly store: FileStore,
  ) {}

  @Get('sessions/:id/minutes')
  @Permit('mediation.minutes.read')
  @Answers(minutesListSchema)
  async list(@Who() actor: Actor, @Param('id', id) sessionId: string) {
    return { items: await this.reading.list(actor, sessionId) };
  }

  @Put('sessions/:id/minutes')
  @Permit('mediation.session.conduct')
  @Answers(minutesListSchema)
  async save(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: draftMinutesSchema }) body: Draft) {
    await this.drafting.save(actor, sessionId, body);
    return { items: await this.reading.list(actor, sessionId) };
  }

  @Post('sessions/:id/minutes/present')
  @Permit('mediation.session.conduct')
  @Answers(minutesListSchema)
  async present(@Who() actor: Actor, @Param('id', id) sessionId: string) {
    await this.drafting.present(actor, sessionId);
    return { items: await this.reading.list(actor, sessionId) };
  }

  @Get('minutes/:id/pdf')
  @Permit('mediation.minutes.read')
  @Answers(z.any())
  async pdf(@Who() actor: Actor, @Param('id', id) minutesId: string, @Headers('range') range: string | undefined, @Res() reply: FastifyReply) {
    const paper = await this.reading.paper(actor, minutesId);
    if ('stored' in paper) return sendFile(reply, this.store, { ...paper.stored, mediaType: 'application/pdf', name: paper.name }, range);
    await reply.headers({ 'content-type': 'application/pdf', 'content-disposition': 'inline', 'cache-control': 'private, no-store' }).send(paper.pdf);
  }

  @Post('minutes/:id/confirm')
  @Permit('mediation.minutes.answer')
  @Answers(z.object({}))
  async confirm(@Who() actor: Actor, @Param('id', id) minutesId: string, @Body({ schema: confirmMinutesSchema }) { code }: ConfirmMinutes) {
    await this.answering.confirm(actor, minutesId, code);
    return {};
  }

  @Post('minutes/:id/object')
  @Permit('mediation.minutes.answer')
  @Answers(z.object({}))
  async object(@Who() actor: Actor, @Param('id', id) minutesId: string, @Body({ schema: objectMinutesSchema }) { remark }: ObjectMinutes) {
    await this.answering.object(actor, minutesId, remark);
    return {};
  }

  @Post('minutes/:id/conclude')
  @Permit('mediation.session.conduct')
  @Answers(z.object({}))
  async conclude(@Who() actor: Actor, @Param('id', id) minutesId: string) {
    await this.answering.conclude(actor, minutesId);
    return {};
  }
}
