import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { Answers, FileStore, Permit, Public, sendFile, Who, type Actor } from '@hejie/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  agreementListSchema,
  agreementSchema,
  onsiteResultSchema,
  paidSchema,
  signSchema,
  verifiedSchema,
  verifySchema,
  type OnsiteResult,
  type Paid,
  type Sign,
  type Verify,
} from '../contract/index.js';
import { Agreements } from './agreements.js';
import { ConfirmFairness } from './confirm-fairness.js';
import { RecordOnsite } from './record-onsite.js';
import { SealAgreement } from './seal-agreement.js';

const id = { schema: z.uuid() };

@Controller('api')
export class AgreementsController {
  constructor(
    private readonly agreements: Agreements,
    private readonly fairness: ConfirmFairness,
    private readonly recordOnsite: RecordOnsite,
    private readonly sealing: SealAgreement,
    private readonly store: FileStore,
  ) {}

  @Get('public/agreements/verify')
  @Public()
  @Answers(verifiedSchema)
  verify(@Query({ schema: verifySchema }) query: Verify) {
    return this.agreements.verify(query);
  }

  @Get('cases/:id/agreements')
  @Permit('mediation.agreement.read')
  @Answers(agreementListSchema)
  async ofCase(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return { items: await this.agreements.ofCase(actor, caseId) };
  }

  @Post('cases/:id/onsite-results')
  @Permit('mediation.session.conduct')
  @Answers(agreementSchema, 201)
  async onsite(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: onsiteResultSchema }) body: OnsiteResult) {
    return this.agreements.read(actor, await this.recordOnsite.execute(actor, caseId, body));
  }

  @Get('agreements/:id')
  @Permit('mediation.agreement.read')
  @Answers(agreementSchema)
  read(@Who() actor: Actor, @Param('id', id) agreementId: string) {
    return this.agreements.read(actor, agreementId);
  }

  @Get('agreements/:id/pdf')
  @Permit('mediation.agreement.read')
  @Answers(z.any())
  async pdf(@Who() actor: Actor, @Param('id', id) agreementId: string, @Headers('range') range: string | undefined, @Res() reply: FastifyReply) {
    sendFile(reply, this.store, await this.agreements.file(actor, agreementId), range);
  }

  @Get('agreements/:id/text')
  @Permit('mediation.agreement.read')
  @Answers(z.any())
  async text(@Who() actor: Actor, @Param('id', id) agreementId: string, @Res() reply: FastifyReply) {
    const pdf = await this.agreements.text(actor, agreementId);
    await reply.headers({ 'content-type': 'application/pdf', 'content-disposition': 'inline', 'cache-control': 'private, no-store' }).send(pdf);
  }

  @Post('agreements/:id/read')
  @Permit('mediation.agreement.sign')
  @Answers(agreementSchema)
  async markRead(@Who() actor: Actor, @Param('id', id) agreementId: string) {
    await this.agreements.markRead(actor, agreementId);
    return this.agreements.read(actor, agreementId);
  }

  @Post('agreements/:id/fairness-confirmation')
  @Permit('mediation.agreement.sign')
  @Answers(agreementSchema)
  async confirmFairness(@Who() actor: Actor, @Param('id', id) agreementId: string) {
    await this.fairness.execute(actor, agreementId);
    return this.agreements.read(actor, agreementId);
  }

  @Post('agreements/:id/sign')
  @Permit('mediation.agreement.sign')
  @Answers(agreementSchema)
  async sign(@Who() actor: Actor, @Param('id', id) agreementId: string, @Body({ schema: signSchema }) body: Sign) {
    await this.agreements.sign(actor, agreementId, body);
    return this.agreements.read(actor, agreementId);
  }

  @Post('agreements/:id/seal')
  @Permit('mediation.agreement.seal')
  @Answers(agreementSchema)
  async seal(@Who() actor: Actor, @Param('id', id) agreementId: string) {
    await this.sealing.execute(actor, agreementId);
    return this.agreements.read(actor, agreementId);
  }

  @Post('agreements/:id/instalments/:n/paid')
  @Permit('mediation.agreement.perform')
  @Answers(agreementSchema)
  async paid(
    @Who() actor: Actor,
    @Param('id', id) agreementId: string,
    @Param('n', { schema: z.coerce.number().int().min(1).max(60) }) n: number,
    @Body({ schema: paidSchema }) body: Paid,
  ) {
    await this.agreements.paid(actor, agreementId, n, body);
    return this.agreements.read(actor, agreementId);
  }
}
