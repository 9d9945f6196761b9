import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { AnswerClaim } from '../answer/answer-claim.js';
import { CaseAnswers } from '../answer/case-answers.js';
import {
  answerClaimSchema,
  answerVersionsSchema,
  caseCountsSchema,
  caseListSchema,
  caseViewSchema,
  choosePathSchema,
  listCasesSchema,
  moveCaseSchema,
  timelineSchema,
  type AnswerClaim as AnswerClaimBody,
  type ChoosePath as ChoosePathBody,
  type ListCases,
  type MoveCase as MoveCaseBody,
} from '../contract/index.js';
import { CaseList } from '../list-cases/list-cases.js';
import { ChoosePath } from '../moves/choose-path.js';
import { MoveCase } from '../moves/move-case.js';
import { ReadCase } from './read-case.js';
import { ReadTimeline } from './read-timeline.js';

@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly list: CaseList,
    private readonly readCase: ReadCase,
    private readonly readTimeline: ReadTimeline,
    private readonly moveCase: MoveCase,
    private readonly choosePath: ChoosePath,
    private readonly answerClaim: AnswerClaim,
    private readonly answers: CaseAnswers,
  ) {}

  @Get()
  @Permit('cases.case.read')
  @Answers(caseListSchema)
  mine(@Who() actor: Actor, @Query({ schema: listCasesSchema }) query: ListCases) {
    return this.list.execute(actor, query);
  }

  @Get('counts')
  @Permit('cases.case.read')
  @Answers(caseCountsSchema)
  counts(@Who() actor: Actor) {
    return this.list.count(actor);
  }

  @Get(':id')
  @Permit('cases.case.read')
  @Answers(caseViewSchema)
  read(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.readCase.execute(actor, id);
  }

  @Get(':id/timeline')
  @Permit('cases.case.read')
  @Answers(timelineSchema)
  timeline(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.readTimeline.execute(actor, id);
  }

  @Post(':id/moves')
  @Permit('cases.case.move')
  @Answers(caseViewSchema)
  async move(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: moveCaseSchema }) body: MoveCaseBody) {
    await this.moveCase.execute(actor, id, body);
    return this.readCase.execute(actor, id);
  }

  @Post(':id/path')
  @Permit('cases.case.move')
  @Answers(caseViewSchema)
  async path(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: choosePathSchema }) body: ChoosePathBody) {
    await this.choosePath.execute(actor, id, body);
    return this.readCase.execute(actor, id);
  }

  @Post(':id/answer')
  @Permit('cases.claim.answer')
  @Answers(caseViewSchema)
  async answer(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: answerClaimSchema }) body: AnswerClaimBody) {
    await this.answerClaim.execute(actor, id, body);
    return this.readCase.execute(actor, id);
  }

  @Get(':id/answers')
  @Permit('cases.case.read')
  @Answers(answerVersionsSchema)
  async versions(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return { items: await this.answers.versions(actor, id) };
  }
}
