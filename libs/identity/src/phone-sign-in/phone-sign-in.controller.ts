import { Body, Controller, Ip, Post, Req, Res } from '@nestjs/common';
import { Answers, Config, Public, UnitOfWork } from '@hejie/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts } from '../accounts/accounts.js';
import { StaffCredential } from '../accounts/staff-credential.entity.js';
import { codeSentSchema, meSchema, phoneSignInSchema, requestCodeSchema, type PhoneSignIn, type RequestCode } from '../contract/index.js';
import { refuse } from '../identity.refusals.js';
import { browserOf } from '../one-time-codes/code-asker.js';
import { OneTimeCodes } from '../one-time-codes/one-time-codes.js';
import { DescribeMe } from '../sessions/me.js';
import { setSessionCookie } from '../sessions/session-cookie.js';
import { Sessions } from '../sessions/sessions.js';
import { SignInLimits } from '../sessions/sign-in-limits.js';

@Controller('api/auth')
@Public()
export class PhoneSignInController {
  constructor(
    private readonly codes: OneTimeCodes,
    private readonly limits: SignInLimits,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly describeMe: DescribeMe,
    private readonly work: UnitOfWork,
    private readonly config: Config,
  ) {}

  /** Answers alike for every phone: an account is made at the first sign-in, so there is nothing to find out. */
  @Post('codes')
  @Answers(codeSentSchema, 202)
  async requestCode(@Body({ schema: requestCodeSchema }) body: RequestCode, @Ip() address: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const phone = this.accounts.phone(body.phone);
    await this.limits.code(address);
    return this.codes.issue({ phone, purpose: 'sign_in', subject: '' }, browserOf(request, reply, this.config));
  }

  @Post('sessions')
  @Answers(meSchema, 201)
  async signIn(
    @Body({ schema: phoneSignInSchema }) body: PhoneSignIn,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const phone = this.accounts.phone(body.phone);
    await this.limits.attempt(address);
    await this.codes.consume({ phone, purpose: 'sign_in', subject: '' }, body.code, browserOf(request, reply, this.config));
    const started = await this.work.run(async (tx) => {
      const accountId = await this.accounts.ensurePersonByPhone(tx, { phone });
      // a code by SMS must not stand in for password and authenticator; said only to who holds the phone
      if (await tx.existsBy(StaffCredential, { accountId })) throw refuse('STAFF_SIGN_IN');
      return { accountId, ...(await this.sessions.start(tx, accountId, String(request.headers['user-agent'] ?? ''), { means: 'phone_code' })) };
    });
    setSessionCookie(reply, this.config, started.token);
    return this.describeMe.execute(started);
  }
}
