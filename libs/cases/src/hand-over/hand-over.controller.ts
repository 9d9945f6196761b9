import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { caseViewSchema, handedOverSchema, handOverListSchema, handOverSchema, takeCaseSchema, takersSchema, type HandOver, type TakeCase as TakeCaseBody } from '../contract/index.js';
import { ReadCase } from '../read-case/read-case.js';
import { CaseTakers } from './case-takers.js';
import { HandOverCase } from './hand-over-case.js';
import { TakeCase } from './take-case.js';

const id = { schema: z.uuid() };

@Controller('api')
export class HandOverController {
  constructor(
    private readonly takers: CaseTakers,
    private readonly handOver: HandOverCase,
    private readonly takeCase: TakeCase,
    private readonly readCase: ReadCase,
  ) {}

  @Get('cases/:id/takers')
  @Permit('cases.case.hand_over')
  @Answers(takersSchema)
  list(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return this.takers.list(actor, caseId);
  }

  @Post('cases/:id/hand-over')
  @Permit('cases.case.hand_over')
  @Answers(handedOverSchema)
  hand(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: handOverSchema }) body: HandOver) {
    return this.handOver.execute(actor, caseId, body);
  }

  @Get('hand-overs')
  @Permit('cases.case.hand_over')
  @Answers(handOverListSchema)
  async waiting(@Who() actor: Actor) {
    return { items: await this.takeCase.waiting(actor) };
  }

  @Post('hand-overs/:caseId/take')
  @Permit('cases.case.hand_over')
  @Answers(caseViewSchema)
  async take(@Who() actor: Actor, @Param('caseId', id) caseId: string, @Body({ schema: takeCaseSchema }) body: TakeCaseBody) {
    await this.takeCase.execute(actor, caseId, body.requestId);
    return this.readCase.execute(actor, caseId);
  }
}
