import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answers, Permit, Public, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import {
  acceptedSchema,
  acceptInvitationSchema,
  invitationTokenSchema,
  invitationViewSchema,
  invitedSchema,
  inviteSchema,
  type AcceptInvitation,
  type Invite,
} from '../contract/index.js';
import { Invitations } from './invitations.js';

@Controller('api')
export class InvitationsController {
  constructor(private readonly invitations: Invitations) {}

  @Post('cases/:id/invitations')
  @Permit('cases.respondent.invite')
  @Answers(invitedSchema, 201)
  send(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Body({ schema: inviteSchema }) body: Invite) {
    return this.invitations.send(actor, id, body);
  }

  @Get('invitations/:token')
  @Public()
  @Answers(invitationViewSchema)
  look(@Param('token', { schema: invitationTokenSchema }) token: string) {
    return this.invitations.look(token);
  }

  @Post('invitations/:token/accept')
  @Permit('cases.respondent.join')
  @Answers(acceptedSchema)
  accept(
    @Who() actor: Actor,
    @Param('token', { schema: invitationTokenSchema }) token: string,
    @Body({ schema: acceptInvitationSchema }) body: AcceptInvitation,
  ) {
    return this.invitations.accept(actor, token, body);
  }
}
