import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { changeMediatorSchema, mediatorsSchema, sessionSchema, type ChangeMediator as ChangeMediatorBody } from '../contract/index.js';
import { ReadSessions } from '../sessions/read-sessions.js';
import { SessionAccess } from '../sessions/session-access.js';
import { ChangeMediator } from './change-mediator.js';
import { FitMediators } from './fit-mediators.js';

const id = { schema: z.uuid() };

@Controller('api/sessions/:id')
export class ChangeMediatorController {
  constructor(
    private readonly access: SessionAccess,
    private readonly fit: FitMediators,
    private readonly accounts: Accounts,
    private readonly change: ChangeMediator,
    private readonly sessions: ReadSessions,
  ) {}

  /** Those who could take it over. */
  @Get('mediators')
  @Permit('mediation.mediator.change')
  @Answers(mediatorsSchema)
  async mediators(@Who() actor: Actor, @Param('id', id) sessionId: string) {
    const { caseId, mediatorId } = await this.access.requireDepartment(actor, sessionId);
    const names = await this.accounts.names((await this.fit.of(caseId)).filter((m) => m !== mediatorId));
    return { items: [...names].map(([accountId, { name }]) => ({ accountId, name })) };
  }

  @Post('mediator')
  @Permit('mediation.mediator.change')
  @Answers(sessionSchema)
  async replace(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: changeMediatorSchema }) body: ChangeMediatorBody) {
    await this.change.execute(actor, sessionId, body);
    return this.sessions.one(actor, sessionId);
  }
}
