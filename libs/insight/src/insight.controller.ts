import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import {
  cityQuerySchema,
  citySchema,
  deadlinesQuerySchema,
  deadlinesSchema,
  figureCasesSchema,
  figureQuerySchema,
  type CityQuery,
  type DeadlinesQuery,
  type FigureQuery,
} from './contract/index.js';
import { DeadlinesAtRisk } from './deadlines/deadlines-at-risk.js';
import { Figures } from './figures/figures.js';

@Controller('api/insight')
export class InsightController {
  constructor(
    private readonly figures: Figures,
    private readonly deadlines: DeadlinesAtRisk,
  ) {}

  @Get('city')
  @Permit('insight.figures.read')
  @Answers(citySchema)
  city(@Who() actor: Actor, @Query({ schema: cityQuerySchema }) query: CityQuery) {
    return this.figures.city(actor, query);
  }

  @Get('cases')
  @Permit('insight.figures.read')
  @Answers(figureCasesSchema)
  behind(@Who() actor: Actor, @Query({ schema: figureQuerySchema }) query: FigureQuery) {
    return this.figures.behind(actor, query);
  }

  @Get('deadlines')
  @Permit('insight.deadlines.read')
  @Answers(deadlinesSchema)
  atRisk(@Who() actor: Actor, @Query({ schema: deadlinesQuerySchema }) query: DeadlinesQuery) {
    return this.deadlines.list(actor, query);
  }
}
