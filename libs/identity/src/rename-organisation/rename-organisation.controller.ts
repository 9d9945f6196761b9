import { Body, Controller, Param, Put } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { renameOrganisationSchema, type RenameOrganisation as NewName } from '../contract/index.js';
import { RenameOrganisation } from './rename-organisation.js';

@Controller('api/organisations/:id/name')
export class RenameOrganisationController {
  constructor(private readonly organisations: RenameOrganisation) {}

  @Put()
  @Permit('identity.organisation.rename')
  @Answers(z.null(), 204)
  async rename(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: renameOrganisationSchema }) { name }: NewName) {
    await this.organisations.execute(actor, id, name);
    return null;
  }
}
