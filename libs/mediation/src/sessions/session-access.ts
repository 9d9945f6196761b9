import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@hejie/cases';
import { notFound, type Actor, type Tx } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { Side } from '../contract/index.js';
import { MediationSession } from './mediation-session.entity.js';
import { SessionParticipant } from './session-participant.entity.js';

/** Who somebody is in a session: a participant of a side, or the department looking on (null side). */
@Injectable()
export class SessionAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
  ) {}

  /** @throws NOT_FOUND for missing sessions and strangers alike */
  async find(actor: Actor, sessionId: string): Promise<{ session: MediationSession; side: Side | null }> {
    const session = await this.dataSource.getRepository(MediationSession).findOneBy({ id: sessionId });
    if (!session) throw notFound();
    const me = await this.dataSource.getRepository(SessionParticipant).findOneBy({ sessionId, accountId: actor.accountId });
    if (me) return { session, side: me.side };
    if ((await this.cases.relationsOf(actor, session.caseId)).includes('department')) return { session, side: null };
    throw notFound();
  }

  /** @throws NOT_FOUND unless the actor takes part on one of the given sides */
  async require(actor: Actor, sessionId: string, sides: readonly Side[] = ['claimant', 'respondent', 'mediator']): Promise<{ session: MediationSession; side: Side }> {
    const { session, side } = await this.find(actor, sessionId);
    if (side === null || !sides.includes(side)) throw notFound();
    return { session, side };
  }

  /** The session's row, locked: everything that changes a session goes one after the other. */
  lock(tx: Tx, sessionId: string): Promise<MediationSession> {
    return tx.findOneOrFail(MediationSession, { where: { id: sessionId }, lock: { mode: 'pessimistic_write' } });
  }
}
