import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { MediationModule } from '@hejie/mediation';
import { CompilePacket } from './packet/compile-packet.js';
import { GatherFacts } from './papers/gather-facts.js';
import { KeepAnswers } from './papers/keep-answers.js';

@Module({ imports: [CasesModule, MediationModule], providers: [CompilePacket, GatherFacts, KeepAnswers] })
export class EscalationWorkerModule {}
