import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EvidenceChecklist } from '@hejie/cases';
import { CaseRecord } from '../record/case-record.js';

/** Lets the checklist of a case turn on all that is known of it: answers, events and payments. */
@Injectable()
export class ChecklistAnswers implements OnModuleInit {
  constructor(
    private readonly checklist: EvidenceChecklist,
    private readonly record: CaseRecord,
  ) {}

  onModuleInit(): void {
    this.checklist.answersFrom(async (caseId) => (await this.record.unsafeOf(caseId))?.answers ?? null);
  }
}
