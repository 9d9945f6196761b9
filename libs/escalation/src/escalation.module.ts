import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { MediationModule } from '@hejie/mediation';
import { EscalateCase } from './escalate/escalate-case.js';
import { EscalationHistory } from './escalate/escalation-history.js';
import { EscalationController } from './escalation.controller.js';
import { PartnerCases } from './inbox/partner-cases.js';
import { PartnerInbox } from './inbox/partner-inbox.js';
import { GatherFacts } from './papers/gather-facts.js';
import { KeepAnswers } from './papers/keep-answers.js';
import { PapersController } from './papers/papers.controller.js';
import { WritePapers } from './papers/write-papers.js';

@Module({ imports: [CasesModule, MediationModule], controllers: [EscalationController, PapersController], providers: [EscalateCase, EscalationHistory, GatherFacts, KeepAnswers, PartnerCases, PartnerInbox, WritePapers], exports: [EscalationHistory] })
export class EscalationModule {}
