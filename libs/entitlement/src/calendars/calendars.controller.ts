import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { Answers, Permit, Public, Who, type Actor } from '@hejie/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { calendarsInForceSchema, figureChangeSchema, importCalendarsSchema, proposeCalendarsSchema, type ImportCalendars, type ProposeCalendars } from '../contract/index.js';
import { ChangeFigures } from '../figures/change-figures.js';
import { HolidayCalendars } from './holiday-calendars.js';

@Controller('api/holiday-calendars')
export class CalendarsController {
  constructor(
    private readonly calendars: HolidayCalendars,
    private readonly changes: ChangeFigures,
  ) {}

  /** Published arrangements, open to everybody who counts a date. */
  @Get()
  @Public()
  @Answers(calendarsInForceSchema)
  list() {
    return this.calendars.list();
  }

  @Get('export')
  @Permit('entitlement.figures.read')
  @Answers(z.any())
  async export(@Res() reply: FastifyReply) {
    void reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="holiday-calendars.csv"').send(await this.calendars.export());
  }

  /** Waits for a second officer, like every change of the tables. */
  @Post('changes')
  @Permit('entitlement.figures.change')
  @Answers(figureChangeSchema, 201)
  propose(@Who() actor: Actor, @Body({ schema: proposeCalendarsSchema }) body: ProposeCalendars) {
    return this.changes.proposeCalendars(actor, body);
  }

  @Post('changes/import')
  @Permit('entitlement.figures.change')
  @Answers(figureChangeSchema, 201)
  import(@Who() actor: Actor, @Body({ schema: importCalendarsSchema }) body: ImportCalendars) {
    return this.changes.importCalendars(actor, body);
  }
}
