import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { MediationModule } from '@hejie/mediation';
import { EscalateCase } from './escalate/escalate-case.js';
import { EscalationHistory } from './escalate/escalation-history.js';
import { EscalationController } from './escalation.controller.js';
import { PartnerInbox } from './inbox/partner-inbox.js';

@Module({ imports: [CasesModule, MediationModule], controllers: [EscalationController], providers: [EscalateCase, EscalationHistory, PartnerInbox], exports: [EscalationHistory] })
export class EscalationModule {}
