import { Controller, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { setUpLinkSchema } from '../contract/index.js';
import { ResetSignIn } from './reset-sign-in.js';

@Controller('api/staff/:id/sign-in-reset')
export class ResetSignInController {
  constructor(private readonly staff: ResetSignIn) {}

  @Post()
  @Permit('identity.staff.reset_sign_in')
  @Answers(setUpLinkSchema)
  reset(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.staff.execute(actor, id);
  }
}
