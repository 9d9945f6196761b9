import { Controller, Delete, Param, Put } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { CloseOrganisation } from './close-organisation.js';

@Controller('api/organisations/:id/closed')
@Permit('identity.organisation.close')
export class CloseOrganisationController {
  constructor(private readonly organisations: CloseOrganisation) {}

  @Put()
  @Answers(z.null(), 204)
  async close(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    await this.organisations.execute(actor, id, true);
    return null;
  }

  @Delete()
  @Answers(z.null(), 204)
  async open(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    await this.organisations.execute(actor, id, false);
    return null;
  }
}
