import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { Answers, FileStore, Permit, sendFile, Who, type Actor } from '@hejie/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  acknowledgeSchema,
  escalateSchema,
  escalationListSchema,
  escalationSchema,
  inboxItemSchema,
  inboxQuerySchema,
  inboxSchema,
  manifestSchema,
  reportStatusSchema,
  type Acknowledge,
  type Escalate,
  type InboxQuery,
  type ReportStatus,
  volumeQuerySchema,
  type VolumeQuery,
} from './contract/index.js';
import { EscalateCase } from './escalate/escalate-case.js';
import { PartnerInbox } from './inbox/partner-inbox.js';

const id = { schema: z.uuid() };

@Controller('api')
export class EscalationController {
  constructor(
    private readonly escalations: EscalateCase,
    private readonly inbox: PartnerInbox,
    private readonly store: FileStore,
  ) {}

  @Post('cases/:id/escalations')
  @Permit('escalation.case.escalate')
  @Answers(escalationSchema, 202)
  escalate(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: escalateSchema }) body: Escalate) {
    return this.escalations.execute(actor, caseId, body);
  }

  @Get('cases/:id/escalations')
  @Permit('escalation.case.read')
  @Answers(escalationListSchema)
  async ofCase(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return { items: await this.escalations.ofCase(actor, caseId) };
  }

  @Get('escalations/:id/packet')
  @Permit('escalation.case.read')
  @Answers(z.any())
  async packet(@Who() actor: Actor, @Param('id', id) escalationId: string, @Headers('range') range: string | undefined, @Res() reply: FastifyReply) {
    sendFile(reply, this.store, await this.escalations.packet(actor, escalationId), range);
  }

  @Get('partner/inbox')
  @Permit('escalation.inbox.read')
  @Answers(inboxSchema)
  list(@Who() actor: Actor, @Query({ schema: inboxQuerySchema }) query: InboxQuery) {
    return this.inbox.list(actor, query);
  }

  @Get('partner/inbox/:id')
  @Permit('escalation.inbox.read')
  @Answers(inboxItemSchema)
  one(@Who() actor: Actor, @Param('id', id) escalationId: string) {
    return this.inbox.one(actor, escalationId);
  }

  @Get('partner/inbox/:id/manifest')
  @Permit('escalation.inbox.read')
  @Answers(manifestSchema)
  manifest(@Who() actor: Actor, @Param('id', id) escalationId: string) {
    return this.inbox.manifest(actor, escalationId);
  }

  @Get('partner/inbox/:id/packet')
  @Permit('escalation.inbox.read')
  @Answers(z.any())
  async partnerPacket(@Who() actor: Actor, @Param('id', id) escalationId: string, @Headers('range') range: string | undefined, @Res() reply: FastifyReply) {
    sendFile(reply, this.store, await this.inbox.packet(actor, escalationId), range);
  }

  @Get('partner/inbox/:id/agreement')
  @Permit('escalation.inbox.read')
  @Answers(z.any())
  async agreement(@Who() actor: Actor, @Param('id', id) escalationId: string, @Headers('range') range: string | undefined, @Res() reply: FastifyReply) {
    sendFile(reply, this.store, await this.inbox.agreement(actor, escalationId), range);
  }

  @Get('partner/inbox/:id/bundle')
  @Permit('escalation.inbox.read')
  @Answers(z.any())
  async bundle(@Who() actor: Actor, @Param('id', id) escalationId: string, @Query({ schema: volumeQuerySchema }) { volume }: VolumeQuery, @Headers('range') range: string | undefined, @Res() reply: FastifyReply) {
    sendFile(reply, this.store, await this.inbox.bundle(actor, escalationId, volume), range);
  }

  @Get('partner/inbox/:id/evidence/:evidenceId')
  @Permit('escalation.inbox.read')
  @Answers(z.any())
  async evidence(
    @Who() actor: Actor,
    @Param('id', id) escalationId: string,
    @Param('evidenceId', id) evidenceId: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    sendFile(reply, this.store, await this.inbox.evidence(actor, escalationId, evidenceId, range !== undefined), range);
  }

  @Post('partner/inbox/:id/receipt')
  @Permit('escalation.inbox.answer')
  @Answers(inboxItemSchema)
  acknowledge(@Who() actor: Actor, @Param('id', id) escalationId: string, @Body({ schema: acknowledgeSchema }) body: Acknowledge) {
    return this.inbox.acknowledge(actor, escalationId, body);
  }

  @Post('partner/inbox/:id/status')
  @Permit('escalation.inbox.answer')
  @Answers(inboxItemSchema)
  report(@Who() actor: Actor, @Param('id', id) escalationId: string, @Body({ schema: reportStatusSchema }) body: ReportStatus) {
    return this.inbox.report(actor, escalationId, body);
  }
}
