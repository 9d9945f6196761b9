import { Injectable } from '@nestjs/common';
import { CaseAccess, Delegations } from '@hejie/cases';
import type { Relation } from '@hejie/cases/contract';
import { notFound, type Actor, type Tx } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { Side } from '../contract/index.js';
import { MediationSession } from './mediation-session.entity.js';

/** The sides of a case's people; the mediator is the one of the session. */
const SIDE_OF: Partial<Record<Relation, Side>> = { claimant: 'claimant', representative: 'claimant', counsel: 'claimant', delegate: 'claimant', respondent: 'respondent' };

/** Who somebody is in a session by what they are to its case now: of a side, its mediator, or the department looking on (null side). */
@Injectable()
export class SessionAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
    private readonly delegations: Delegations,
  ) {}

  /** @throws NOT_FOUND for missing sessions and strangers alike, DELEGATION_ENDED for a delegate whose letter is over */
  async find(actor: Actor, sessionId: string): Promise<{ session: MediationSession; side: Side | null; byLetter: boolean }> {
    const session = await this.dataSource.getRepository(MediationSession).findOneBy({ id: sessionId });
    if (!session) throw notFound();
    const relations = await this.cases.relationsOf(actor, session.caseId);
    const side = sideAmong(actor, session, relations);
    if (side) return { session, side, byLetter: side !== 'mediator' && relations.every((r) => SIDE_OF[r] === undefined || r === 'delegate') };
    if (relations.includes('department')) return { session, side: null, byLetter: false };
    await this.delegations.checkNotEnded(actor, session.caseId);
    throw notFound();
  }

  /** Null for who takes no part in it. */
  async sideOf(actor: Actor, session: MediationSession): Promise<Side | null> {
    return sideAmong(actor, session, await this.cases.relationsOf(actor, session.caseId));
  }

  /** @returns `byLetter`: only a letter of authority lets them act. @throws NOT_FOUND unless the actor takes part on one of the given sides */
  async require(actor: Actor, sessionId: string, sides: readonly Side[] = ['claimant', 'respondent', 'mediator']): Promise<{ session: MediationSession; side: Side; byLetter: boolean }> {
    const { session, side, byLetter } = await this.find(actor, sessionId);
    if (side === null || !sides.includes(side)) throw notFound();
    return { session, side, byLetter };
  }

  /** @throws NOT_FOUND unless the session is of a case in the actor's subtree */
  async requireDepartment(actor: Actor, sessionId: string): Promise<MediationSession> {
    const { session } = await this.find(actor, sessionId);
    await this.cases.require(actor, session.caseId, ['department']);
    return session;
  }

  /** The session's row, locked: everything that changes a session goes one after the other. */
  lock(tx: Tx, sessionId: string): Promise<MediationSession> {
    return tx.findOneOrFail(MediationSession, { where: { id: sessionId }, lock: { mode: 'pessimistic_write' } });
  }

  /** The same for its mediator. @throws NOT_FOUND for one who was replaced while waiting for the lock */
  async lockAsMediator(tx: Tx, actor: Actor, sessionId: string): Promise<MediationSession> {
    const session = await this.lock(tx, sessionId);
    if (session.mediatorId !== actor.accountId) throw notFound();
    return session;
  }
}

function sideAmong(actor: Actor, session: MediationSession, relations: readonly Relation[]): Side | null {
  if (session.mediatorId === actor.accountId && relations.includes('mediator')) return 'mediator';
  return sideIn(relations);
}

/** The side of a case that somebody is on; who mediates is on none. */
export const sideIn = (relations: readonly Relation[]): Side | null => relations.map((r) => SIDE_OF[r]).find((s) => s !== undefined) ?? null;
