import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { RoomsModule } from '@hejie/rooms';
import { AdmitRepresentatives } from './consult-room/admit-representatives.js';
import { LawyersModule } from './lawyers.module.js';
import { RequestUpkeep } from './requests/request-upkeep.js';

@Module({ imports: [CasesModule, LawyersModule, RoomsModule], providers: [AdmitRepresentatives, RequestUpkeep] })
export class LawyersWorkerModule {}
