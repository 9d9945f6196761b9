import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { Caseload } from './caseload/caseload.js';
import {
  askLawyerSchema,
  caseloadSchema,
  caseRequestsSchema,
  declareSchema,
  declineSchema,
  directoryQuerySchema,
  directorySchema,
  lawyerRequestSchema,
  lawyerRequestsSchema,
  type AskLawyer as AskLawyerBody,
  type Declare,
  type Decline,
  type DirectoryQuery,
} from './contract/index.js';
import { Directory } from './directory/directory.js';
import { AnswerRequest } from './requests/answer-request.js';
import { AskLawyer } from './requests/ask-lawyer.js';

@Controller('api')
export class LawyersController {
  constructor(
    private readonly directory: Directory,
    private readonly ask: AskLawyer,
    private readonly answer: AnswerRequest,
    private readonly caseload: Caseload,
  ) {}

  @Get('lawyers')
  @Permit('lawyers.directory.read')
  @Answers(directorySchema)
  async list(@Who() actor: Actor, @Query({ schema: directoryQuerySchema }) query: DirectoryQuery) {
    return { items: await this.directory.list(actor, query) };
  }

  @Post('cases/:id/lawyer-requests')
  @Permit('lawyers.lawyer.ask')
  @Answers(caseRequestsSchema, 201)
  async askLawyer(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: askLawyerSchema }) body: AskLawyerBody) {
    await this.ask.execute(actor, id, body);
    return { items: await this.ask.ofCase(actor, id) };
  }

  @Get('cases/:id/lawyer-requests')
  @Permit('lawyers.directory.read')
  @Answers(caseRequestsSchema)
  async requestsOfCase(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return { items: await this.ask.ofCase(actor, id) };
  }

  @Get('lawyer-requests')
  @Permit('lawyers.request.answer')
  @Answers(lawyerRequestsSchema)
  async mine(@Who() actor: Actor) {
    return { items: await this.answer.mine(actor.accountId) };
  }

  @Post('lawyer-requests/:id/declare')
  @Permit('lawyers.request.answer')
  @Answers(lawyerRequestSchema)
  declare(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: declareSchema }) body: Declare) {
    return this.answer.declare(actor, id, body.conflict);
  }

  @Post('lawyer-requests/:id/accept')
  @Permit('lawyers.request.answer')
  @Answers(lawyerRequestSchema)
  accept(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.answer.accept(actor, id);
  }

  @Post('lawyer-requests/:id/decline')
  @Permit('lawyers.request.answer')
  @Answers(lawyerRequestSchema)
  decline(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: declineSchema }) body: Decline) {
    return this.answer.decline(actor, id, body.reason);
  }

  @Get('desk/caseload')
  @Permit('lawyers.caseload.read')
  @Answers(caseloadSchema)
  desk(@Who() actor: Actor) {
    return this.caseload.of(actor);
  }
}
