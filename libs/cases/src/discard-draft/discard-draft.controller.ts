import { Controller, Delete, Param } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { DiscardDraft } from './discard-draft.js';

@Controller('api/cases/:id/draft')
@Permit('cases.case.start')
export class DiscardDraftController {
  constructor(private readonly drafts: DiscardDraft) {}

  @Delete()
  @Answers(z.null(), 204)
  async discard(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    await this.drafts.execute(actor, id);
    return null;
  }
}
