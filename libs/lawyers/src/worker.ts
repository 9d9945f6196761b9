import { Module } from '@nestjs/common';
import { LawyersModule } from './lawyers.module.js';
import { RequestUpkeep } from './requests/request-upkeep.js';

@Module({ imports: [LawyersModule], providers: [RequestUpkeep] })
export class LawyersWorkerModule {}
