import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { consentSchema, sessionSchema, type Consent } from '../contract/index.js';
import { ReadSessions } from '../sessions/read-sessions.js';
import { AttendSession } from './attend-session.js';

const id = { schema: z.uuid() };

@Controller('api/sessions/:id')
export class AttendanceController {
  constructor(
    private readonly attending: AttendSession,
    private readonly sessions: ReadSessions,
  ) {}

  @Post('consent')
  @Permit('mediation.session.attend')
  @Answers(sessionSchema)
  async consent(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: consentSchema }) body: Consent) {
    await this.attending.consent(actor, sessionId, body);
    return this.sessions.one(actor, sessionId);
  }

  @Post('arrive')
  @Permit('mediation.session.attend')
  @Answers(sessionSchema)
  async arrive(@Who() actor: Actor, @Param('id', id) sessionId: string) {
    await this.attending.arrive(actor, sessionId);
    return this.sessions.one(actor, sessionId);
  }
}
