import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { renderPdf } from '@hejie/papers';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AnswerQuestions } from '../answers/answer-questions.js';
import { answerQuestionSchema, consentSheetSchema, legalAnswersSchema, sheetSchema, sheetsSchema, type AnswerQuestion, type ConsentSheet } from '../contract/index.js';
import { MakeSheet } from './make-sheet.js';
import { ReadSheets } from './read-sheets.js';
import { sheetPaper } from './sheet-paper.js';

const id = { schema: z.uuid() };

@Controller('api')
export class SheetsController {
  constructor(
    private readonly questions: AnswerQuestions,
    private readonly makeSheet: MakeSheet,
    private readonly sheets: ReadSheets,
  ) {}

  @Get('cases/:id/legal-answers')
  @Permit('entitlement.record.read')
  @Answers(legalAnswersSchema)
  readAnswers(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return this.questions.read(actor, caseId);
  }

  @Put('cases/:id/legal-answers')
  @Permit('entitlement.record.write')
  @Answers(legalAnswersSchema)
  answer(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: answerQuestionSchema }) body: AnswerQuestion) {
    return this.questions.answer(actor, caseId, body);
  }

  @Get('cases/:id/sheets')
  @Permit('entitlement.sheet.read')
  @Answers(sheetsSchema)
  async list(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return { items: await this.sheets.list(actor, caseId) };
  }

  @Post('cases/:id/sheets')
  @Permit('entitlement.record.write')
  @Answers(sheetSchema, 201)
  async make(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return this.sheets.one(actor, await this.makeSheet.execute(actor, caseId));
  }

  @Post('sheets/:id/consent')
  @Permit('entitlement.sheet.consent')
  @Answers(sheetSchema)
  consent(@Who() actor: Actor, @Param('id', id) sheetId: string, @Body({ schema: consentSheetSchema }) { agree }: ConsentSheet) {
    return this.sheets.consent(actor, sheetId, agree);
  }

  @Get('sheets/:id/pdf')
  @Permit('entitlement.sheet.read')
  @Answers(z.any())
  async pdf(@Who() actor: Actor, @Param('id', id) sheetId: string, @Res() reply: FastifyReply) {
    const { view, found } = await this.sheets.forPaper(actor, sheetId);
    const pdf = await renderPdf(sheetPaper({ caseNumber: found.number, claimant: found.claimant.name ?? '', employer: found.respondents.map((r) => r.name).join('、'), sheet: view }));
    void reply.type('application/pdf').header('content-disposition', `inline; filename="sheet-${view.version}.pdf"`).header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff').send(pdf);
  }
}
