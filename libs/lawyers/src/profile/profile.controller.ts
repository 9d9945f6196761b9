import { Body, Controller, Get, Put } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { ownProfileSchema, profileSchema, type Profile } from '../contract/index.js';
import { LawyerProfiles } from './lawyer-profiles.js';

@Controller('api/lawyers/me/profile')
export class ProfileController {
  constructor(private readonly profiles: LawyerProfiles) {}

  @Get()
  @Permit('lawyers.profile.read')
  @Answers(ownProfileSchema)
  read(@Who() actor: Actor) {
    return this.profiles.of(actor.accountId);
  }

  @Put()
  @Permit('lawyers.profile.update')
  @Answers(ownProfileSchema)
  save(@Who() actor: Actor, @Body({ schema: profileSchema }) body: Profile) {
    return this.profiles.save(actor, body);
  }
}
