import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { FollowMoves } from './compile/follow-moves.js';
import { DeadlinesAtRisk } from './deadlines/deadlines-at-risk.js';
import { Figures } from './figures/figures.js';
import { InsightController } from './insight.controller.js';

@Module({ imports: [CasesModule], controllers: [InsightController], providers: [DeadlinesAtRisk, Figures, FollowMoves] })
export class InsightModule {}
