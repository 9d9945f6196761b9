import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { notFound, UnitOfWork, type Actor } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { Not } from 'typeorm';
import type { Mute, RoomLock } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { Caucuses } from '../sessions/caucuses.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionParticipant } from '../sessions/session-participant.entity.js';

/** Who may speak: the mediator pauses a room, or one person in the joint room, and gives the floor back. */
@Injectable()
export class HoldFloor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly caucuses: Caucuses,
    private readonly rooms: Rooms,
    private readonly accounts: Accounts,
  ) {}

  /** @throws NOT_FOUND, SESSION_STATE */
  async lock(actor: Actor, sessionId: string, { roomId, locked }: RoomLock): Promise<void> {
    await this.access.require(actor, sessionId, ['mediator']);
    await this.work.run(async (tx) => {
      const session = await this.access.lockAsMediator(tx, actor, sessionId);
      if (!(await this.caucuses.roomsOf(session, tx)).some((r) => r.id === roomId)) throw notFound();
      if (session.status !== 'open') throw refuse('SESSION_STATE');
      if (locked) await this.rooms.lock(tx, roomId, actor.accountId);
      else await this.rooms.unlock(tx, roomId, actor.accountId);
    });
  }

  /** @throws NOT_FOUND, SESSION_STATE */
  async mute(actor: Actor, sessionId: string, { accountId, muted }: Mute): Promise<void> {
    await this.access.require(actor, sessionId, ['mediator']);
    const name = (await this.accounts.names([accountId])).get(accountId)?.name ?? '';
    await this.work.run(async (tx) => {
      const session = await this.access.lockAsMediator(tx, actor, sessionId);
      if (!(await tx.existsBy(SessionParticipant, { sessionId, accountId, side: Not('mediator') }))) throw notFound();
      if (session.status !== 'open') throw refuse('SESSION_STATE');
      if (muted) await this.rooms.mute(tx, session.jointRoomId, { accountId, name }, actor.accountId);
      else await this.rooms.unmute(tx, session.jointRoomId, { accountId, name }, actor.accountId);
    });
  }
}
