import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answers, notFound, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { CaseAccess } from '../case/case-access.js';
import { refuse } from '../cases.refusals.js';
import { fileCaseSchema, quickCaseSchema, receiptSchema, type FileCase as FileCaseBody, type QuickCase } from '../contract/index.js';
import { FileCase } from './file-case.js';
import { FileQuickCase } from './quick-case.js';
import { Receipts } from './receipts.js';

@Controller('api/cases')
export class FileCaseController {
  constructor(
    private readonly fileCase: FileCase,
    private readonly quickCase: FileQuickCase,
    private readonly receipts: Receipts,
    private readonly access: CaseAccess,
  ) {}

  /** A person files their own case; an officer files for somebody else and must say for whom. */
  @Post('quick')
  @Permit('cases.case.file')
  @Answers(receiptSchema, 201)
  quick(@Who() actor: Actor, @Body({ schema: quickCaseSchema }) body: QuickCase) {
    const isPerson = actor.roles.includes('person');
    if (isPerson ? body.behalf !== undefined : body.behalf === undefined) throw refuse('CASE_INCOMPLETE');
    if (isPerson && !body.claimant?.name) throw refuse('CASE_INCOMPLETE');
    return this.quickCase.execute(actor, body);
  }

  @Post(':id/file')
  @Permit('cases.case.file')
  @Answers(receiptSchema)
  file(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: fileCaseSchema }) _body: FileCaseBody) {
    return this.fileCase.execute(actor, id);
  }

  @Get(':id/receipt')
  @Permit('cases.case.read')
  @Answers(receiptSchema)
  async receipt(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    const relations = await this.access.require(actor, id);
    if (relations.every((r) => r === 'respondent')) throw notFound();
    return this.receipts.of(id);
  }
}
