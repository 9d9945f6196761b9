import { Controller, Get, Query } from '@nestjs/common';
import type { LocalFigures } from '@hejie/law';
import { Answers, Public } from '@hejie/platform';
import { placeFiguresQuerySchema, placeFiguresSchema, type PlaceFiguresQuery } from '../contract/index.js';
import { LocalTables } from './local-tables.js';

/** What the tables state for a place: published figures, open to everybody who looks up their rights. */
@Controller('api/local-figures/of')
export class PlaceFiguresController {
  constructor(private readonly tables: LocalTables) {}

  @Get()
  @Public()
  @Answers(placeFiguresSchema)
  async of(@Query({ schema: placeFiguresQuerySchema }) { place, on }: PlaceFiguresQuery): Promise<LocalFigures> {
    return (await this.tables.at(place, on)).local;
  }
}
