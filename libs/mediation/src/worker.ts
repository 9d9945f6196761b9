import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { RecordNoShows } from './attendance/record-no-shows.js';
import { MediationModule } from './mediation.module.js';
import { EndSessionsWithCase } from './sessions/end-sessions-with-case.js';

@Module({ imports: [CasesModule, MediationModule], providers: [EndSessionsWithCase, RecordNoShows] })
export class MediationWorkerModule {}
