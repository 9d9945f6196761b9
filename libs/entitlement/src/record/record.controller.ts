import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { ReadClocks } from '../clocks/read-clocks.js';
import { caseClocksSchema, paymentsSchema, recordEventSchema, recordPaymentSchema, withdrawEntrySchema, type RecordEvent, type RecordPayment, type WithdrawEntry } from '../contract/index.js';
import { ReadPayments } from './read-payments.js';
import { RecordEntries } from './record-entries.js';

const id = { schema: z.uuid() };

@Controller('api/cases/:id')
export class RecordController {
  constructor(
    private readonly clocks: ReadClocks,
    private readonly payments: ReadPayments,
    private readonly entries: RecordEntries,
  ) {}

  @Get('clocks')
  @Permit('entitlement.record.read')
  @Answers(caseClocksSchema)
  readClocks(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return this.clocks.execute(actor, caseId);
  }

  @Post('legal-events')
  @Permit('entitlement.record.write')
  @Answers(caseClocksSchema, 201)
  async event(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: recordEventSchema }) body: RecordEvent) {
    await this.entries.event(actor, caseId, body);
    return this.clocks.execute(actor, caseId);
  }

  @Post('legal-events/:entryId/withdraw')
  @Permit('entitlement.record.write')
  @Answers(caseClocksSchema)
  async withdrawEvent(@Who() actor: Actor, @Param('id', id) caseId: string, @Param('entryId', id) entryId: string, @Body({ schema: withdrawEntrySchema }) body: WithdrawEntry) {
    await this.entries.withdrawEvent(actor, caseId, entryId, body);
    return this.clocks.execute(actor, caseId);
  }

  @Get('payments')
  @Permit('entitlement.record.read')
  @Answers(paymentsSchema)
  readPayments(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return this.payments.execute(actor, caseId);
  }

  @Post('payments')
  @Permit('entitlement.record.write')
  @Answers(paymentsSchema, 201)
  async payment(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: recordPaymentSchema }) body: RecordPayment) {
    await this.entries.payment(actor, caseId, body);
    return this.payments.execute(actor, caseId);
  }

  @Post('payments/:entryId/withdraw')
  @Permit('entitlement.record.write')
  @Answers(paymentsSchema)
  async withdrawPayment(@Who() actor: Actor, @Param('id', id) caseId: string, @Param('entryId', id) entryId: string, @Body({ schema: withdrawEntrySchema }) body: WithdrawEntry) {
    await this.entries.withdrawPayment(actor, caseId, entryId, body);
    return this.payments.execute(actor, caseId);
  }
}
