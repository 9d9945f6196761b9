import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { draftViewSchema, saveDraftSchema, startCaseSchema, type SaveDraft, type StartCase } from '../contract/index.js';
import { Drafts } from './drafts.js';

@Controller('api/cases')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Post()
  @Permit('cases.case.start')
  @Answers(draftViewSchema, 201)
  start(@Who() actor: Actor, @Body({ schema: startCaseSchema }) body: StartCase) {
    return this.drafts.start(actor, body.requestId);
  }

  @Get(':id/draft')
  @Permit('cases.case.start')
  @Answers(draftViewSchema)
  read(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.drafts.read(actor, id);
  }

  @Patch(':id/draft')
  @Permit('cases.case.start')
  @Answers(draftViewSchema)
  save(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: saveDraftSchema }) body: SaveDraft) {
    return this.drafts.save(actor, id, body.answers);
  }
}
