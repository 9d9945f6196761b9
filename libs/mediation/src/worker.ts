import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { RecordNoShows } from './attendance/record-no-shows.js';
import { MediationModule } from './mediation.module.js';
import { EndSessionsWithCase } from './sessions/end-sessions-with-case.js';
import { VoidWhenMemberLeaves } from './shares/void-when-member-leaves.js';

@Module({ imports: [CasesModule, MediationModule], providers: [EndSessionsWithCase, RecordNoShows, VoidWhenMemberLeaves] })
export class MediationWorkerModule {}
