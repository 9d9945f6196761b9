import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { removeRespondentSchema, type RemoveRespondent as RemoveRespondentBody } from '../contract/index.js';
import { RemoveRespondent } from './remove-respondent.js';

const id = { schema: z.uuid() };

@Controller('api/cases/:id/respondents')
export class RemoveRespondentController {
  constructor(private readonly remove: RemoveRespondent) {}

  @Post(':accountId/removal')
  @Permit('mediation.respondent.remove')
  @Answers(z.object({ done: z.literal(true) }))
  async execute(@Who() actor: Actor, @Param('id', id) caseId: string, @Param('accountId', id) accountId: string, @Body({ schema: removeRespondentSchema }) body: RemoveRespondentBody) {
    await this.remove.execute(actor, caseId, accountId, body);
    return { done: true };
  }
}
