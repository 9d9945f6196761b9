import { Body, Controller, Ip, Post, Req, Res } from '@nestjs/common';
import { Answers, Config, Public } from '@hejie/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { meSchema, staffChallengeSchema, staffPasswordSchema, staffTotpSchema, type StaffPassword, type StaffTotp } from '../contract/index.js';
import { DescribeMe } from '../sessions/me.js';
import { setSessionCookie } from '../sessions/session-cookie.js';
import { SignInLimits } from '../sessions/sign-in-limits.js';
import { StaffSignIn } from './staff-sign-in.js';

@Controller('api/auth/staff/sessions')
@Public()
export class StaffSignInController {
  constructor(
    private readonly staff: StaffSignIn,
    private readonly limits: SignInLimits,
    private readonly describeMe: DescribeMe,
    private readonly config: Config,
  ) {}

  @Post()
  @Answers(staffChallengeSchema)
  async password(@Body({ schema: staffPasswordSchema }) body: StaffPassword, @Ip() address: string) {
    await this.limits.attempt(address);
    return this.staff.checkPassword(body, address);
  }

  @Post('totp')
  @Answers(meSchema, 201)
  async totp(
    @Body({ schema: staffTotpSchema }) body: StaffTotp,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.limits.attempt(address);
    const started = await this.staff.checkTotp(body, { address, userAgent: String(request.headers['user-agent'] ?? '') });
    setSessionCookie(reply, this.config, started.token);
    return this.describeMe.execute(started);
  }
}
