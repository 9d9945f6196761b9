import { Body, Controller, Param, Put } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { moveOrganisationSchema, type MoveOrganisation as NewPlace } from '../contract/index.js';
import { MoveOrganisation } from './move-organisation.js';

@Controller('api/organisations/:id/parent')
export class MoveOrganisationController {
  constructor(private readonly organisations: MoveOrganisation) {}

  @Put()
  @Permit('identity.organisation.move')
  @Answers(z.null(), 204)
  async move(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: moveOrganisationSchema }) { parentId }: NewPlace) {
    await this.organisations.execute(actor, id, parentId);
    return null;
  }
}
