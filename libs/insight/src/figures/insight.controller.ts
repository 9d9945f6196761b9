import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { cityQuerySchema, citySchema, figureCasesSchema, figureQuerySchema, type CityQuery, type FigureQuery } from '../contract/index.js';
import { Figures } from './figures.js';

@Controller('api/insight')
export class InsightController {
  constructor(private readonly figures: Figures) {}

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
}
