import { Body, Controller, Ip, Post, Req, Res } from '@nestjs/common';
import { Answers, Config, Public } from '@hejie/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { meSchema, setUpSchema, setUpTokenSchema, setUpViewSchema, type SetUp, type SetUpToken } from '../contract/index.js';
import { DescribeMe } from '../sessions/me.js';
import { setSessionCookie } from '../sessions/session-cookie.js';
import { SignInLimits } from '../sessions/sign-in-limits.js';
import { SetUpSignIn } from './set-up-sign-in.js';

/** The token comes in the body: an address would be kept in logs on the way. */
@Controller('api/auth/staff/set-ups')
@Public()
export class SetUpSignInController {
  constructor(
    private readonly setUp: SetUpSignIn,
    private readonly limits: SignInLimits,
    private readonly describeMe: DescribeMe,
    private readonly config: Config,
  ) {}

  @Post('look')
  @Answers(setUpViewSchema)
  async look(@Body({ schema: setUpTokenSchema }) { token }: SetUpToken, @Ip() address: string) {
    await this.limits.attempt(address);
    return this.setUp.look(token);
  }

  @Post()
  @Answers(meSchema, 201)
  async execute(@Body({ schema: setUpSchema }) body: SetUp, @Ip() address: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.limits.attempt(address);
    const started = await this.setUp.execute(body, String(request.headers['user-agent'] ?? ''));
    setSessionCookie(reply, this.config, started.token);
    return this.describeMe.execute(started);
  }
}
