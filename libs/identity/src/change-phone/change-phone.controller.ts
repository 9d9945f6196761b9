import { Body, Controller, Ip, Post, Put } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { changePhoneSchema, codeSentSchema, meSchema, requestCodeSchema, type ChangePhone, type RequestCode } from '../contract/index.js';
import { DescribeMe } from '../sessions/me.js';
import { SignInLimits } from '../sessions/sign-in-limits.js';
import { PhoneChange } from './change-phone.js';

@Controller('api/auth/phone')
@Permit('identity.self.update')
export class PhoneChangeController {
  constructor(
    private readonly phones: PhoneChange,
    private readonly limits: SignInLimits,
    private readonly describeMe: DescribeMe,
  ) {}

  @Post('codes')
  @Answers(codeSentSchema, 202)
  async request(@Who() actor: Actor, @Body({ schema: requestCodeSchema }) body: RequestCode, @Ip() address: string) {
    await this.limits.code(address);
    return this.phones.request(actor, body.phone);
  }

  @Put()
  @Answers(meSchema)
  async change(@Who() actor: Actor, @Body({ schema: changePhoneSchema }) body: ChangePhone, @Ip() address: string) {
    await this.limits.attempt(address);
    await this.phones.execute(actor, body);
    return this.describeMe.execute(actor);
  }
}
