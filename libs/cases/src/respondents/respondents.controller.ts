import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { nameRespondentSchema, respondentsSchema, type NameRespondent } from '../contract/index.js';
import { NameRespondents } from './name-respondents.js';

const id = z.uuid();

@Controller('api/cases/:id/other-respondents')
export class RespondentsController {
  constructor(private readonly respondents: NameRespondents) {}

  @Post()
  @Permit('cases.respondent.name')
  @Answers(respondentsSchema, 201)
  async add(@Who() actor: Actor, @Param('id', { schema: id }) caseId: string, @Body({ schema: nameRespondentSchema }) body: NameRespondent) {
    return { items: await this.respondents.add(actor, caseId, body) };
  }

  @Put(':respondentId')
  @Permit('cases.respondent.name')
  @Answers(respondentsSchema)
  async correct(@Who() actor: Actor, @Param('id', { schema: id }) caseId: string, @Param('respondentId', { schema: id }) respondentId: string, @Body({ schema: nameRespondentSchema }) body: NameRespondent) {
    return { items: await this.respondents.correct(actor, caseId, respondentId, body) };
  }

  @Delete(':respondentId')
  @Permit('cases.respondent.name')
  @Answers(respondentsSchema)
  async drop(@Who() actor: Actor, @Param('id', { schema: id }) caseId: string, @Param('respondentId', { schema: id }) respondentId: string) {
    return { items: await this.respondents.drop(actor, caseId, respondentId) };
  }
}
