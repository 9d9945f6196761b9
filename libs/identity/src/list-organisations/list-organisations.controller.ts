import { Controller, Get } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { administeredSchema, organisationsSchema } from '../contract/index.js';
import { OrganisationDirectory } from './organisation-directory.js';

@Controller('api')
@Permit('identity.organisation.read')
export class ListOrganisationsController {
  constructor(private readonly organisations: OrganisationDirectory) {}

  @Get('organisations')
  @Answers(organisationsSchema)
  all(@Who() actor: Actor) {
    return this.organisations.all(actor);
  }

  @Get('staff/organisations')
  @Answers(administeredSchema)
  open(@Who() actor: Actor) {
    return this.organisations.open(actor);
  }
}
