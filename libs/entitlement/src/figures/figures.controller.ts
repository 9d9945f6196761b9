import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  decideFiguresSchema,
  figureChangeSchema,
  figureChangesSchema,
  figuresQuerySchema,
  importFiguresSchema,
  localFiguresSchema,
  proposeFiguresSchema,
  type DecideFigures,
  type FiguresQuery,
  type ImportFigures,
  type ProposeFigures,
} from '../contract/index.js';
import { ChangeFigures } from './change-figures.js';
import { LocalTables } from './local-tables.js';

@Controller('api/local-figures')
export class FiguresController {
  constructor(
    private readonly tables: LocalTables,
    private readonly changes: ChangeFigures,
  ) {}

  @Get()
  @Permit('entitlement.figures.read')
  @Answers(localFiguresSchema)
  list(@Query({ schema: figuresQuerySchema }) query: FiguresQuery) {
    return this.tables.list(query);
  }

  @Get('export')
  @Permit('entitlement.figures.read')
  @Answers(z.any())
  async export(@Res() reply: FastifyReply) {
    void reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="local-figures.csv"').send(await this.tables.export());
  }

  @Get('changes')
  @Permit('entitlement.figures.read')
  @Answers(figureChangesSchema)
  async listChanges(@Who() actor: Actor) {
    return { items: await this.changes.list(actor) };
  }

  @Post('changes')
  @Permit('entitlement.figures.change')
  @Answers(figureChangeSchema, 201)
  propose(@Who() actor: Actor, @Body({ schema: proposeFiguresSchema }) body: ProposeFigures) {
    return this.changes.propose(actor, body);
  }

  @Post('changes/import')
  @Permit('entitlement.figures.change')
  @Answers(figureChangeSchema, 201)
  import(@Who() actor: Actor, @Body({ schema: importFiguresSchema }) body: ImportFigures) {
    return this.changes.import(actor, body);
  }

  @Post('changes/:id/decision')
  @Permit('entitlement.figures.change')
  @Answers(figureChangeSchema)
  decide(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: decideFiguresSchema }) body: DecideFigures) {
    return this.changes.decide(actor, id, body);
  }
}
