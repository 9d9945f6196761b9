import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { caseViewSchema, confirmPaymentSchema, type ConfirmPayment as ConfirmPaymentBody } from '../contract/index.js';
import { ReadCase } from '../read-case/read-case.js';
import { ConfirmPayment } from './confirm-payment.js';

@Controller('api/cases/:id/payment-receipt')
export class ConfirmPaymentController {
  constructor(
    private readonly confirmPayment: ConfirmPayment,
    private readonly readCase: ReadCase,
  ) {}

  @Post()
  @Permit('cases.payment.confirm')
  @Answers(caseViewSchema)
  async confirm(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: confirmPaymentSchema }) body: ConfirmPaymentBody) {
    await this.confirmPayment.execute(actor, id, body);
    return this.readCase.execute(actor, id);
  }
}
