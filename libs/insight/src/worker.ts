import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { EscalationModule } from '@hejie/escalation';
import { MediationModule } from '@hejie/mediation';
import { CompileInsight } from './compile/compile-insight.js';

@Module({ imports: [CasesModule, EscalationModule, MediationModule], providers: [CompileInsight] })
export class InsightWorkerModule {}
