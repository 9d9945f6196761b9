import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { RoomsModule } from '@hejie/rooms';
import { RecordNoShows } from './attendance/record-no-shows.js';
import { MediationModule } from './mediation.module.js';
import { EndSessionsWithCase } from './sessions/end-sessions-with-case.js';
import { UnseatFormer } from './sessions/unseat-former.js';
import { VoidWhenMemberLeaves } from './shares/void-when-member-leaves.js';

@Module({ imports: [CasesModule, MediationModule, RoomsModule], providers: [EndSessionsWithCase, RecordNoShows, UnseatFormer, VoidWhenMemberLeaves] })
export class MediationWorkerModule {}
