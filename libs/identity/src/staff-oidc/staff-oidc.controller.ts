import { Body, Controller, Get, Ip, Post, Req, Res } from '@nestjs/common';
import { Answers, Config, Public } from '@hejie/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { meSchema, oidcAnswerSchema, oidcAttemptSchema, staffWaysSchema, type OidcAnswer } from '../contract/index.js';
import { DescribeMe } from '../sessions/me.js';
import { setSessionCookie } from '../sessions/session-cookie.js';
import { SignInLimits } from '../sessions/sign-in-limits.js';
import { OidcClient } from './oidc-client.js';
import { StaffOidc } from './staff-oidc.js';

const COOKIE = 'hejie_oidc';
const PATH = '/api/auth/staff/oidc';

@Controller('api/auth/staff')
@Public()
export class StaffOidcController {
  constructor(
    private readonly client: OidcClient,
    private readonly oidc: StaffOidc,
    private readonly limits: SignInLimits,
    private readonly describeMe: DescribeMe,
    private readonly config: Config,
  ) {}

  @Get('ways')
  @Answers(staffWaysSchema)
  ways() {
    return { oidc: this.client.available };
  }

  @Post('oidc/attempts')
  @Answers(oidcAttemptSchema, 201)
  async begin(@Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.limits.attempt(address);
    const { url, attempt } = await this.oidc.begin();
    void reply.setCookie(COOKIE, attempt, { path: PATH, httpOnly: true, sameSite: 'strict', secure: this.config.secure });
    return { url };
  }

  /** The page the provider came back to hands on what it was called with. */
  @Post('oidc/sessions')
  @Answers(meSchema, 201)
  async finish(
    @Body({ schema: oidcAnswerSchema }) body: OidcAnswer,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.limits.attempt(address);
    const started = await this.oidc.finish(request.cookies[COOKIE] ?? '', body.parameters, String(request.headers['user-agent'] ?? ''));
    void reply.clearCookie(COOKIE, { path: PATH });
    setSessionCookie(reply, this.config, started.token);
    return this.describeMe.execute(started);
  }
}
