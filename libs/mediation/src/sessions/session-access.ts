import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseLifecycle, CaseMembers, Delegations } from '@hejie/cases';
import type { Relation } from '@hejie/cases/contract';
import { notFound, type Actor, type Tx } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { Party, Side } from '../contract/index.js';
import { Caucuses } from './caucuses.js';
import { MediationSession } from './mediation-session.entity.js';

/** The sides of a case's people; the mediator is the one of the session. */
const SIDE_OF: Partial<Record<Relation, Side>> = { claimant: 'claimant', representative: 'claimant', counsel: 'claimant', delegate: 'claimant', respondent: 'respondent', co_respondent: 'respondent' };

/** Who somebody is in a session by what they are to its case now: of a side, its mediator, or the department looking on (null side). */
@Injectable()
export class SessionAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
    private readonly members: CaseMembers,
    private readonly caucuses: Caucuses,
    private readonly delegations: Delegations,
    private readonly lifecycle: CaseLifecycle,
  ) {}

  /** @throws NOT_FOUND for missing sessions and strangers alike, DELEGATION_ENDED for a delegate whose letter is over */
  async find(actor: Actor, sessionId: string): Promise<{ session: MediationSession; party: Party | null; byLetter: boolean }> {
    const session = await this.dataSource.getRepository(MediationSession).findOneBy({ id: sessionId });
    if (!session) throw notFound();
    const relations = await this.cases.relationsOf(actor, session.caseId);
    const party = await this.partyAmong(actor, session, relations);
    if (party) return { session, party, byLetter: party.side !== 'mediator' && relations.every((r) => SIDE_OF[r] === undefined || r === 'delegate') };
    if (relations.includes('department')) return { session, party: null, byLetter: false };
    await this.delegations.checkNotEnded(actor, session.caseId);
    throw notFound();
  }

  /** Null for who takes no part in it. */
  async partyOf(actor: Actor, session: MediationSession): Promise<Party | null> {
    return this.partyAmong(actor, session, await this.cases.relationsOf(actor, session.caseId));
  }

  /** Who may come to a session: of those who speak for a respondent beside the employer, to one that has ended only if that respondent was seated in it. */
  async mayCome(session: Pick<MediationSession, 'id' | 'status'>, respondentId: string | null): Promise<boolean> {
    if (respondentId === null || session.status === 'scheduled' || session.status === 'open') return true;
    return (await this.caucuses.seated([session.id])).get(session.id)?.includes(respondentId) ?? false;
  }

  private async partyAmong(actor: Actor, session: MediationSession, relations: readonly Relation[]): Promise<Party | null> {
    const side = session.mediatorId === actor.accountId && relations.includes('mediator') ? 'mediator' : sideIn(relations);
    if (!side) return null;
    const beside = side === 'respondent' && relations.includes('co_respondent');
    const respondentId = beside ? await this.members.spokenFor(session.caseId, actor.accountId) : null;
    // put out between the two questions: nobody's, and least of all the employer's
    if (beside && respondentId === null) return null;
    return (await this.mayCome(session, respondentId)) ? { side, respondentId } : null;
  }

  /** @returns `byLetter`: only a letter of authority lets them act. @throws NOT_FOUND unless the actor takes part on one of the given sides */
  async require(actor: Actor, sessionId: string, sides: readonly Side[] = ['claimant', 'respondent', 'mediator']): Promise<{ session: MediationSession; party: Party; byLetter: boolean }> {
    const { session, party, byLetter } = await this.find(actor, sessionId);
    if (party === null || !sides.includes(party.side)) throw notFound();
    return { session, party, byLetter };
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

  /**
   * All sessions of a case and then the case itself, locked, in the order in which everything else locks them: until the transaction
   * ends nobody is seated in any of them or let into its rooms, and no other is arranged.
   */
  async lockAll(tx: Tx, caseId: string): Promise<MediationSession[]> {
    const all = () => tx.find(MediationSession, { where: { caseId }, order: { id: 'ASC' } });
    const locked: MediationSession[] = [];
    for (const { id } of await all()) locked.push(await this.lock(tx, id));
    await this.lifecycle.lock(tx, caseId);
    // arranged while this waited for the case
    for (const { id } of await all()) if (!locked.some((s) => s.id === id)) locked.push(await this.lock(tx, id));
    return locked;
  }

  /** One session's row for its mediator. @throws NOT_FOUND for one who was replaced while waiting for the lock */
  async lockAsMediator(tx: Tx, actor: Actor, sessionId: string): Promise<MediationSession> {
    const session = await this.lock(tx, sessionId);
    if (session.mediatorId !== actor.accountId) throw notFound();
    return session;
  }
}

/** The side of a case that somebody is on; who mediates is on none. */
export const sideIn = (relations: readonly Relation[]): Side | null => relations.map((r) => SIDE_OF[r]).find((s) => s !== undefined) ?? null;
