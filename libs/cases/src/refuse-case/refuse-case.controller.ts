import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { caseViewSchema, decideRefusalSchema, proposeRefusalSchema, type DecideRefusal, type ProposeRefusal } from '../contract/index.js';
import { ReadCase } from '../read-case/read-case.js';
import { RefuseCase } from './refuse-case.js';

@Controller('api/cases/:id/refusal')
export class RefuseCaseController {
  constructor(
    private readonly refuseCase: RefuseCase,
    private readonly readCase: ReadCase,
  ) {}

  @Post()
  @Permit('cases.case.refuse')
  @Answers(caseViewSchema)
  async propose(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: proposeRefusalSchema }) body: ProposeRefusal) {
    await this.refuseCase.propose(actor, id, body);
    return this.readCase.execute(actor, id);
  }

  @Post('decision')
  @Permit('cases.case.refuse')
  @Answers(caseViewSchema)
  async decide(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: decideRefusalSchema }) body: DecideRefusal) {
    await this.refuseCase.decide(actor, id, body);
    return this.readCase.execute(actor, id);
  }
}
