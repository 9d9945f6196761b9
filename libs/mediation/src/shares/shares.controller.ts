import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { acceptShareSchema, mySharesSchema, paySharesSchema, sharesSchema, type AcceptShare, type PayShare } from '../contract/index.js';
import { Shares } from './shares.js';

const id = { schema: z.uuid() };
const done = z.object({ done: z.literal(true) });

@Controller('api')
export class SharesController {
  constructor(private readonly shares: Shares) {}

  @Get('my-shares')
  @Permit('mediation.share.accept')
  @Answers(mySharesSchema)
  async mine(@Who() actor: Actor) {
    return { items: await this.shares.mine(actor) };
  }

  @Get('agreements/:id/shares')
  @Permit('mediation.share.read')
  @Answers(sharesSchema)
  table(@Who() actor: Actor, @Param('id', id) agreementId: string) {
    return this.shares.table(actor, agreementId);
  }

  /** Who accepts may be nothing to the case but a member, so that the whole table is not the answer. */
  @Post('agreements/:id/shares/acceptance')
  @Permit('mediation.share.accept')
  @Answers(done, 201)
  async accept(@Who() actor: Actor, @Param('id', id) agreementId: string, @Body({ schema: acceptShareSchema }) body: AcceptShare) {
    await this.shares.accept(actor, agreementId, body);
    return { done: true };
  }

  @Post('agreements/:id/shares/payments')
  @Permit('mediation.share.pay')
  @Answers(done, 201)
  async pay(@Who() actor: Actor, @Param('id', id) agreementId: string, @Body({ schema: paySharesSchema }) body: PayShare) {
    await this.shares.pay(actor, agreementId, body);
    return { done: true };
  }
}
