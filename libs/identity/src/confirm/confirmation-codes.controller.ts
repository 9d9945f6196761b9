import { Body, Controller, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { codeSentSchema, confirmationSchema, type Confirmation } from '../contract/index.js';
import { ConfirmationCodes } from './confirmation-codes.js';

@Controller('api/auth/confirmation-codes')
export class ConfirmationCodesController {
  constructor(private readonly codes: ConfirmationCodes) {}

  @Post()
  @Permit('identity.self.confirm')
  @Answers(codeSentSchema, 202)
  request(@Who() actor: Actor, @Body({ schema: confirmationSchema }) body: Confirmation) {
    return this.codes.request(actor, body);
  }
}
