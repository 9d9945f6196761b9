import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { Clock, newId, notFound, Outbox, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource, IsNull, MoreThanOrEqual } from 'typeorm';
import { CaseAccess, WORKER_SIDE } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { refuse } from '../cases.refusals.js';
import { delegated, delegationRevoked, type Delegate, type DelegationView, type Power } from '../contract/index.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { GroupMember } from '../group/group-member.entity.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseDelegation } from './case-delegation.entity.js';
import { FitDelegates, GRANTORS } from './fit-delegates.js';

/** Letters of authority: the workers let somebody of the union act for them, for this and no more, until that day. */
@Injectable()
export class Delegations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly accounts: Accounts,
    private readonly fit: FitDelegates,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat; a new letter to the same person takes the place of the old one. @throws NOT_FOUND, DELEGATION_IN_PAST, DELEGATE_UNFIT, CASE_PROOF_MISSING */
  async grant(actor: Actor, caseId: string, { requestId, ...letter }: Delegate): Promise<void> {
    await this.access.require(actor, caseId, GRANTORS);
    if (letter.validUntil < this.clock.today()) throw refuse('DELEGATION_IN_PAST');
    if (!(await this.fit.has(caseId, letter.delegateId))) throw refuse('DELEGATE_UNFIT');
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      if (await tx.existsBy(CaseDelegation, { caseId, requestId })) return;
      const paper = await tx.findOneBy(CaseEvidence, { id: letter.evidenceId, caseId, side: 'claimant' });
      if (!paper) throw refuse('CASE_PROOF_MISSING');
      const now = this.clock.now();
      await tx.update(CaseDelegation, { caseId, delegateId: letter.delegateId, revokedAt: IsNull() }, { revokedAt: now });
      const id = newId();
      const workers = Math.max(1, await tx.countBy(GroupMember, { caseId, status: 'in' }));
      await tx.insert(CaseDelegation, { ...letter, id, caseId, requestId, grantedBy: actor.accountId, grantedAt: now, workers, leastTotalFen: letter.leastTotalFen === null ? null : String(letter.leastTotalFen), revokedAt: null });
      // how low they would go is not for the other side's ears
      await this.timeline.record(tx, { caseId, kind: 'cases.delegated', actorId: actor.accountId, audience: 'worker_side', data: { delegationId: id, powers: letter.powers, validUntil: letter.validUntil, workers, sha256: paper.sha256 } });
      await this.outbox.put(tx, delegated, { caseId, accountId: letter.delegateId });
    });
  }

  /** Ends a letter at once. Again is harmless. @throws NOT_FOUND */
  async revoke(actor: Actor, caseId: string, delegationId: string): Promise<void> {
    await this.access.require(actor, caseId, GRANTORS);
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      const found = await tx.findOneBy(CaseDelegation, { id: delegationId, caseId });
      if (!found) throw notFound();
      if (found.revokedAt) return;
      await tx.update(CaseDelegation, { id: delegationId }, { revokedAt: this.clock.now() });
      await this.timeline.record(tx, { caseId, kind: 'cases.delegation_revoked', actorId: actor.accountId, audience: 'worker_side', data: { delegationId } });
      await this.outbox.put(tx, delegationRevoked, { caseId, accountId: found.delegateId });
    });
  }

  /** For the worker's side. @throws NOT_FOUND */
  async list(actor: Actor, caseId: string): Promise<DelegationView[]> {
    await this.access.require(actor, caseId, WORKER_SIDE);
    const rows = await this.dataSource.getRepository(CaseDelegation).find({ where: { caseId }, order: { id: 'DESC' } });
    const names = await this.accounts.names(rows.flatMap((d) => [d.delegateId, d.grantedBy]));
    const today = this.clock.today();
    return rows.map((d) => ({
      id: d.id,
      delegateId: d.delegateId,
      delegateName: names.get(d.delegateId)?.name ?? '',
      grantedBy: names.get(d.grantedBy)?.name ?? '',
      grantedAt: d.grantedAt.toISOString(),
      workers: d.workers,
      powers: d.powers,
      leastTotalFen: d.leastTotalFen === null ? null : Number(d.leastTotalFen),
      validUntil: d.validUntil,
      evidenceId: d.evidenceId,
      state: d.revokedAt ? 'revoked' : d.validUntil < today ? 'expired' : 'valid',
    }));
  }

  /** Letters for a case that are good today, the oldest first. */
  goodIn(caseId: string): Promise<CaseDelegation[]> {
    return this.dataSource.getRepository(CaseDelegation).find({ where: { caseId, revokedAt: IsNull(), validUntil: MoreThanOrEqual(this.clock.today()) }, order: { id: 'ASC' } });
  }

  /** The actor's newest letter for the case, ended or not. */
  of(actor: Pick<Actor, 'accountId'>, caseId: string): Promise<CaseDelegation | null> {
    return this.dataSource.getRepository(CaseDelegation).findOne({ where: { caseId, delegateId: actor.accountId }, order: { id: 'DESC' } });
  }

  /** @throws DELEGATION_ENDED for somebody who had a letter for the case that is over; nothing for anybody else */
  async checkNotEnded(actor: Pick<Actor, 'accountId'>, caseId: string): Promise<void> {
    const letter = await this.of(actor, caseId);
    if (letter && this.ended(letter)) throw refuse('DELEGATION_ENDED');
  }

  /**
   * That the actor's letter covers an act, and a total where one is settled.
   * @throws NOT_FOUND without a letter, DELEGATION_ENDED when it is over, DELEGATION_SCOPE when it does not reach so far
   */
  async require(actor: Pick<Actor, 'accountId'>, caseId: string, power: Power, totalFen?: number): Promise<void> {
    const letter = await this.of(actor, caseId);
    if (!letter) throw notFound();
    if (this.ended(letter)) throw refuse('DELEGATION_ENDED');
    if (!reaches(letter, power, totalFen)) throw refuse('DELEGATION_SCOPE');
  }

  /** Whether the actor holds a letter that lets them sign for this total. */
  async maySign(actor: Pick<Actor, 'accountId'>, caseId: string, totalFen: number): Promise<boolean> {
    const letter = await this.of(actor, caseId);
    return letter !== null && !this.ended(letter) && reaches(letter, 'sign') && reaches(letter, 'settle', totalFen);
  }

  private ended(letter: CaseDelegation): boolean {
    return letter.revokedAt !== null || letter.validUntil < this.clock.today();
  }
}

function reaches({ powers, leastTotalFen }: CaseDelegation, power: Power, totalFen?: number): boolean {
  const tooLow = power === 'settle' && totalFen !== undefined && leastTotalFen !== null && totalFen < Number(leastTotalFen);
  return powers.includes(power) && !tooLow;
}
