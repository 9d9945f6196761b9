import { Injectable } from '@nestjs/common';
import { AccountNews, Clock, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import { IsNull } from 'typeorm';
import { DOOR_OPENS_MINUTES, RULES_VERSION, SESSION_CHANGED, type Consent } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { MoveParticipant } from '../sessions/move-participant.js';
import { Caucuses } from '../sessions/caucuses.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionParticipant } from '../sessions/session-participant.entity.js';

/** Pages look at the session every few seconds: whoever comes in so soon after it was opened was standing at the door. */
const AT_THE_DOOR_MS = 60_000;

/** The door of a session: the rules are agreed to, and then one is in the waiting room. */
@Injectable()
export class AttendSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly caucuses: Caucuses,
    private readonly moving: MoveParticipant,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  /** Agrees to the rules of mediation in the wording that was shown; again is harmless. @throws NOT_FOUND, SESSION_STATE, SESSION_RULES_CHANGED */
  async consent(actor: Actor, sessionId: string, { rulesVersion }: Consent): Promise<void> {
    const { party } = await this.access.require(actor, sessionId);
    if (rulesVersion !== RULES_VERSION) throw refuse('SESSION_RULES_CHANGED');
    const { accountId } = actor;
    await this.work.run(async (tx) => {
      const session = await this.access.lock(tx, sessionId);
      if (session.status !== 'scheduled' && session.status !== 'open') throw refuse('SESSION_STATE');
      const consent = { consentedAt: this.clock.now(), rulesVersion };
      // somebody who joined the case after the session was scheduled takes a seat at the door
      if (!(await tx.existsBy(SessionParticipant, { sessionId, accountId }))) {
        // asked again: who was put out of the case while this waited takes none
        await this.access.require(actor, sessionId);
        if (party.respondentId) await this.caucuses.of(tx, session, party);
        await tx.insert(SessionParticipant, { sessionId, accountId, side: party.side, respondentId: party.respondentId, place: 'waiting', ...consent });
      } else await tx.update(SessionParticipant, { sessionId, accountId, consentedAt: IsNull() }, consent);
      await this.news.ring(tx, session.mediatorId, SESSION_CHANGED);
    });
  }

  /**
   * Comes into the waiting room, from where the mediator admits; again is harmless. Parties need to have agreed to the rules. When the
   * mediator opens before anybody could come, those who had agreed and stand at the door are let in.
   * @throws NOT_FOUND, SESSION_STATE, SESSION_NOT_CONSENTED, SESSION_EARLY
   */
  async arrive(actor: Actor, sessionId: string): Promise<void> {
    const { party } = await this.access.require(actor, sessionId);
    await this.work.run(async (tx) => {
      const session = await this.access.lock(tx, sessionId);
      if (session.status !== 'scheduled' && session.status !== 'open') throw refuse('SESSION_STATE');
      const now = this.clock.now();
      if (now.getTime() < session.startsAt.getTime() - DOOR_OPENS_MINUTES * 60_000 && session.status === 'scheduled') throw refuse('SESSION_EARLY');
      const me = await tx.findOneBy(SessionParticipant, { sessionId, accountId: actor.accountId });
      if (party.side !== 'mediator' && !me?.consentedAt) throw refuse('SESSION_NOT_CONSENTED');
      if (!me) throw notFound();
      if (!me.arrivedAt) await this.news.ring(tx, session.mediatorId, SESSION_CHANGED);
      await tx.update(SessionParticipant, { sessionId, accountId: actor.accountId, arrivedAt: IsNull() }, { arrivedAt: now });
      if (session.openedAt && !me.arrivedAt && stoodAtTheDoor(me, session.openedAt, now)) await this.moving.moveAndTell(tx, session, { ...me, arrivedAt: now }, 'joint');
    });
  }
}

function stoodAtTheDoor({ place, consentedAt }: SessionParticipant, openedAt: Date, now: Date): boolean {
  return place === 'waiting' && consentedAt !== null && consentedAt <= openedAt && now.getTime() - openedAt.getTime() <= AT_THE_DOOR_MS;
}
