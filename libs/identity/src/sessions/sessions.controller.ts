import { Body, Controller, Delete, Get, Param, Patch, Res } from '@nestjs/common';
import { Answers, notFound, Permit, UnitOfWork, Vault, Who, type Actor } from '@hejie/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Account } from '../accounts/account.entity.js';
import { meSchema, sessionsSchema, updateMeSchema, type UpdateMe } from '../contract/index.js';
import { DescribeMe } from './me.js';
import { clearSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

@Controller('api/auth')
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly describeMe: DescribeMe,
    private readonly work: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  @Get('me')
  @Permit('identity.self.read')
  @Answers(meSchema)
  me(@Who() actor: Actor) {
    return this.describeMe.execute(actor);
  }

  @Patch('me')
  @Permit('identity.self.update')
  @Answers(meSchema)
  async update(@Who() actor: Actor, @Body({ schema: updateMeSchema }) body: UpdateMe) {
    const changes = {
      ...(body.name === undefined ? {} : { nameSealed: this.vault.seal('account.name', body.name) }),
      ...(body.locale === undefined ? {} : { locale: body.locale }),
    };
    if (Object.keys(changes).length) await this.work.run((tx) => tx.update(Account, { id: actor.accountId }, changes));
    return this.describeMe.execute(actor);
  }

  @Get('sessions')
  @Permit('identity.self.read')
  @Answers(sessionsSchema)
  async list(@Who() actor: Actor) {
    const rows = await this.sessions.list(actor.accountId);
    return {
      items: rows.map((s) => ({
        id: s.id,
        startedAt: s.startedAt.toISOString(),
        lastSeenAt: s.lastSeenAt.toISOString(),
        userAgent: s.userAgent,
        current: s.id === actor.sessionId,
      })),
    };
  }

  @Delete('sessions/current')
  @Permit('identity.self.update')
  @Answers(z.null(), 204)
  async signOut(@Who() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.sessions.revoke(actor.accountId, actor.sessionId);
    clearSessionCookie(reply);
    return null;
  }

  @Delete('sessions/:id')
  @Permit('identity.self.update')
  @Answers(z.null(), 204)
  async revoke(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    if (!(await this.sessions.revoke(actor.accountId, id))) throw notFound();
    return null;
  }
}
