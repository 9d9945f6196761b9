import { Body, Controller, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { inviteStaffSchema, setUpLinkSchema, type InviteStaff as Invitation } from '../contract/index.js';
import { InviteStaff } from './invite-staff.js';

@Controller('api/staff')
export class InviteStaffController {
  constructor(private readonly staff: InviteStaff) {}

  @Post()
  @Permit('identity.staff.invite')
  @Answers(setUpLinkSchema, 201)
  invite(@Who() actor: Actor, @Body({ schema: inviteStaffSchema }) body: Invitation) {
    return this.staff.execute(actor, body);
  }
}
