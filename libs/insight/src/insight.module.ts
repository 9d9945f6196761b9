import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { Figures } from './figures/figures.js';
import { InsightController } from './figures/insight.controller.js';

@Module({ imports: [CasesModule], controllers: [InsightController], providers: [Figures] })
export class InsightModule {}
