import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { MediationModule } from '@hejie/mediation';
import { CompilePacket } from './packet/compile-packet.js';

@Module({ imports: [CasesModule, MediationModule], providers: [CompilePacket] })
export class EscalationWorkerModule {}
