import { Injectable } from '@nestjs/common';
import { AccountNews, Clock, Outbox, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { SESSION_CHANGED, sessionClosed, type SessionOutcome } from '../contract/index.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { SealSession } from '../sealed-session/seal-session.js';
import { Caucuses } from './caucuses.js';
import { MediationSession } from './mediation-session.entity.js';
import { SessionParticipant } from './session-participant.entity.js';

/** What every end of a session brings: no offer stays open, nobody stays in a caucus, and what was said is sealed. */
@Injectable()
export class EndSession {
  constructor(
    private readonly rooms: Rooms,
    private readonly caucuses: Caucuses,
    private readonly sealing: SealSession,
    private readonly outbox: Outbox,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  /** Ends a session whose row the caller has locked; without an outcome it is cancelled. */
  async end(
    tx: Tx,
    session: MediationSession,
    how: { actorId: string; outcome: SessionOutcome | null; reason?: string | undefined; undisputedFacts?: string | undefined },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.update(Proposal, { sessionId: session.id, state: 'open' }, { state: 'expired', decidedAt: now });
    await tx.update(MediationSession, { id: session.id }, {
      status: how.outcome ? 'closed' : 'cancelled',
      outcome: how.outcome,
      closeReason: how.reason ?? null,
      undisputedFacts: how.undisputedFacts ?? null,
      closedAt: now,
    });
    // the rooms in the order of their ids, as the append log locks them
    await this.rooms.say(tx, session.jointRoomId, how.actorId, 'session.closed', { outcome: how.outcome ?? 'cancelled' });
    for (const { id: roomId } of (await this.caucuses.roomsOf(session, tx)).filter((r) => r.kind !== 'joint')) {
      for (const m of await this.rooms.members(roomId)) await this.rooms.remove(tx, roomId, m.accountId);
    }
    await tx.update(SessionParticipant, { sessionId: session.id }, { place: 'waiting', caucusRoomId: null });
    for (const { accountId } of await tx.findBy(SessionParticipant, { sessionId: session.id })) await this.news.ring(tx, accountId, SESSION_CHANGED);
    await this.sealing.seal(tx, session, how.actorId);
    await this.outbox.put(tx, sessionClosed, { sessionId: session.id, caseId: session.caseId, outcome: how.outcome ?? 'cancelled' });
  }
}
