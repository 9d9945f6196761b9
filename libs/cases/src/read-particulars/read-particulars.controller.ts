import { Controller, Get, Param } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { particularsSchema } from '../contract/index.js';
import { ReadParticulars } from './read-particulars.js';

@Controller('api/cases/:id/particulars')
export class ReadParticularsController {
  constructor(private readonly particulars: ReadParticulars) {}

  @Get()
  @Permit('cases.case.read')
  @Answers(particularsSchema)
  read(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.particulars.execute(actor, id);
  }
}
