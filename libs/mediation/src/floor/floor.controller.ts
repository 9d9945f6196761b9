import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { muteSchema, roomLockSchema, sessionSchema, type Mute, type RoomLock } from '../contract/index.js';
import { ReadSessions } from '../sessions/read-sessions.js';
import { HoldFloor } from './hold-floor.js';

const id = { schema: z.uuid() };

@Controller('api/sessions/:id')
export class FloorController {
  constructor(
    private readonly floor: HoldFloor,
    private readonly sessions: ReadSessions,
  ) {}

  @Post('lock')
  @Permit('mediation.session.conduct')
  @Answers(sessionSchema)
  async lock(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: roomLockSchema }) body: RoomLock) {
    await this.floor.lock(actor, sessionId, body);
    return this.sessions.one(actor, sessionId);
  }

  @Post('mute')
  @Permit('mediation.session.conduct')
  @Answers(sessionSchema)
  async mute(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: muteSchema }) body: Mute) {
    await this.floor.mute(actor, sessionId, body);
    return this.sessions.one(actor, sessionId);
  }
}
