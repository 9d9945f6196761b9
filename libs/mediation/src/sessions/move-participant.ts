import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { AccountNews, Clock, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { SESSION_CHANGED, type Party, type Place } from '../contract/index.js';
import { Caucuses } from './caucuses.js';
import { MediationSession } from './mediation-session.entity.js';
import { SessionParticipant } from './session-participant.entity.js';

/** Puts people of an open session where they belong, in the transaction that holds the session's row. */
@Injectable()
export class MoveParticipant {
  constructor(
    private readonly rooms: Rooms,
    private readonly caucuses: Caucuses,
    private readonly accounts: Accounts,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  /** Where somebody is decides which rooms they are in: exactly one of joint and their own caucus, or none. Who is let into one has come. */
  async move(tx: Tx, session: MediationSession, p: SessionParticipant, to: Place): Promise<void> {
    const caucus = await this.caucuses.of(tx, session, p);
    const into = to === 'joint' ? session.jointRoomId : to === 'caucus' ? caucus : null;
    for (const roomId of [session.jointRoomId, caucus]) {
      if (roomId === into) await this.rooms.admit(tx, roomId, { accountId: p.accountId, relation: relationOf(p) });
      else await this.rooms.remove(tx, roomId, p.accountId);
    }
    await tx.update(SessionParticipant, { sessionId: session.id, accountId: p.accountId }, { place: to, caucusRoomId: p.respondentId && to === 'caucus' ? caucus : null, arrivedAt: p.arrivedAt ?? (into ? this.clock.now() : null) });
    await this.news.ring(tx, p.accountId, SESSION_CHANGED);
  }

  /**
   * Moves, with a line in the room that was left, which its leaver does not hear, and in the one that was entered. The joint room does
   * not learn whether somebody waits or talks in private.
   */
  async moveAndTell(tx: Tx, session: MediationSession, p: SessionParticipant, to: Place): Promise<void> {
    await this.move(tx, session, p, to);
    if (p.place === to) return;
    const name = (await this.accounts.names([p.accountId])).get(p.accountId)?.name ?? '';
    for (const [place, roomId] of [['joint', session.jointRoomId], ['caucus', await this.caucuses.of(tx, session, p)]] as const) {
      if (place === p.place) await this.rooms.say(tx, roomId, session.mediatorId, 'session.left', { name });
      if (place === to) await this.rooms.say(tx, roomId, session.mediatorId, place === 'joint' ? 'session.joined' : 'session.caucus_joined', { name });
    }
  }
}

/** What they are in a room: who comes after somebody who was there by mistake is judged by it, and two respondents are not one side. */
const relationOf = ({ side, respondentId }: Party): string => (respondentId ? 'co_respondent' : side);
