import { Body, Controller, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { addedOrganisationSchema, addOrganisationSchema, type AddOrganisation as NewOrganisation } from '../contract/index.js';
import { AddOrganisation } from './add-organisation.js';

@Controller('api/organisations')
export class AddOrganisationController {
  constructor(private readonly organisations: AddOrganisation) {}

  @Post()
  @Permit('identity.organisation.add')
  @Answers(addedOrganisationSchema, 201)
  add(@Who() actor: Actor, @Body({ schema: addOrganisationSchema }) body: NewOrganisation) {
    return this.organisations.execute(actor, body);
  }
}
