import { Injectable } from '@nestjs/common';
import { Accounts, ConfirmationCodes } from '@hejie/identity';
import { Clock, newId, notFound, Outbox, UnitOfWork, Vault, type Actor, type Tx } from '@hejie/platform';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { CaseMembers } from '../case/case-members.js';
import type { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import { delegationRevoked, groupMemberAdded, groupMemberLeft, representationEnded, representativesElected, type AddGroupMember, type Elect, type Relation } from '../contract/index.js';
import { CaseDelegation } from '../delegation/case-delegation.entity.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { collective, standingElection } from './election.js';
import { GroupMember } from './group-member.entity.js';
import { overtimeDue } from './overtime-due.js';

/** Who may ask workers in and record an election: of themselves, or for them; that each agrees, and gives a letter, stays with the workers. */
const LEADERS: readonly Relation[] = ['claimant', 'representative', 'counsel', 'officer'];
/** Where a group can still change; afterwards who is in it stands in the agreement. */
const CHANGEABLE: readonly DisputeCase['status'][] = ['filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed'];

/** Who is in a group: each worker agrees for himself, and may leave until the agreement is sealed. */
@Injectable()
export class ChangeGroup {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly members: CaseMembers,
    private readonly timeline: CaseTimeline,
    private readonly calendars: CalendarsInForce,
    private readonly accounts: Accounts,
    private readonly codes: ConfirmationCodes,
    private readonly vault: Vault,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks a worker into the group with what is due to him. Only an officer can write down a consent that was given before him.
   * Safe to repeat. @throws NOT_FOUND, GROUP_CLOSED, GROUP_MEMBER_THERE, GROUP_CONSENT_BY_OFFICER, GROUP_CALENDAR_MISSING, GROUP_DAY_AHEAD
   */
  async add(actor: Actor, caseId: string, input: AddGroupMember): Promise<void> {
    const relations = await this.access.require(actor, caseId, LEADERS);
    if (input.consent && !relations.includes('officer')) throw refuse('GROUP_CONSENT_BY_OFFICER');
    const due = overtimeDue(input, await this.calendars.now(), this.clock.today());
    await this.work.run(async (tx) => {
      await this.lockChangeable(tx, caseId);
      if (await tx.existsBy(GroupMember, { caseId, requestId: input.requestId })) return;
      const accountId = await this.accounts.ensurePersonByPhone(tx, { phone: input.phone, name: input.name });
      const now = this.clock.now();
      const earlier = await tx.findOneBy(GroupMember, { caseId, accountId });
      // who was asked by a slip, or left and comes back, is asked anew
      if (earlier?.status === 'in') throw refuse('GROUP_MEMBER_THERE');
      const row = {
        id: earlier?.id ?? newId(),
        caseId,
        accountId,
        requestId: input.requestId,
        nameSealed: this.vault.seal('group.member', input.name),
        monthlyWageFen: String(input.monthlyWageFen),
        days: due.days,
        dueFen: String(due.dueFen),
        working: due.working,
        source: due.source,
        status: input.consent ? ('in' as const) : ('invited' as const),
        representative: false,
        consent: input.consent ?? null,
        addedBy: actor.accountId,
        addedAt: now,
        answeredAt: input.consent ? now : null,
      };
      await tx.save(GroupMember, row);
      await this.timeline.record(tx, { caseId, kind: 'cases.group_member_added', actorId: actor.accountId, audience: 'worker_side', data: { memberId: row.id } });
      await this.outbox.put(tx, groupMemberAdded, { caseId, accountId });
    });
  }

  /** The worker agrees with a fresh code to the own phone. Again is harmless. @throws NOT_FOUND, GROUP_CLOSED, CODE_INVALID */
  async join(actor: Actor, caseId: string, code: string): Promise<void> {
    const mine = await this.mine(actor, caseId);
    if (mine.status === 'in') return;
    await this.codes.consume(actor, { purpose: 'join_group', subject: mine.id }, code);
    await this.work.run(async (tx) => {
      await this.lockChangeable(tx, caseId);
      const { affected } = await tx.update(GroupMember, { id: mine.id, status: 'invited' }, { status: 'in', answeredAt: this.clock.now() });
      if (affected) await this.timeline.record(tx, { caseId, kind: 'cases.group_member_joined', actorId: actor.accountId, audience: 'worker_side', data: { memberId: mine.id } });
    });
  }

  /** Safe to repeat. A representative who leaves is none any more; where the law lets the election no longer stand, nobody is. @throws NOT_FOUND, GROUP_CLOSED */
  async leave(actor: Actor, caseId: string, requestId: string): Promise<void> {
    await this.work.run(async (tx) => {
      const mine = await tx.findOneBy(GroupMember, { caseId, accountId: actor.accountId });
      if (!mine) throw notFound();
      const locked = await this.lifecycle.lock(tx, caseId);
      if (mine.status === 'out') return;
      if (!CHANGEABLE.includes(locked.status)) throw refuse('GROUP_CLOSED');
      await tx.update(GroupMember, { id: mine.id }, { status: 'out', representative: false, answeredAt: this.clock.now() });
      await this.members.remove(tx, caseId, actor.accountId, 'representative');
      await this.timeline.record(tx, { caseId, kind: 'cases.group_member_left', actorId: actor.accountId, audience: 'worker_side', requestId, data: { memberId: mine.id } });
      await this.endFallenElection(tx, locked, mine);
      await this.outbox.put(tx, groupMemberLeft, { caseId, memberId: mine.id, accountId: actor.accountId });
    });
  }

  /**
   * Who was elected, on the signed paper; an earlier election is replaced. The law's numbers bind (劳动争议调解仲裁法 Art 7; 办案规则 Art 5).
   * @throws NOT_FOUND, GROUP_CLOSED, GROUP_TOO_SMALL, GROUP_REPRESENTATIVES_NUMBER, GROUP_NOT_MEMBER, CASE_PROOF_MISSING
   */
  async elect(actor: Actor, caseId: string, { requestId, memberIds, evidenceId }: Elect): Promise<void> {
    await this.access.require(actor, caseId, LEADERS);
    await this.work.run(async (tx) => {
      await this.lockChangeable(tx, caseId);
      if (await this.timeline.knows(tx, caseId, requestId)) return;
      const within = await tx.findBy(GroupMember, { caseId, status: 'in' });
      const { isCollective, minReps, maxReps } = collective(within.length);
      if (!isCollective || minReps === null || maxReps === null) throw refuse('GROUP_TOO_SMALL', { params: { workers: within.length } });
      const elected = within.filter((m) => memberIds.includes(m.id));
      if (elected.length !== new Set(memberIds).size) throw refuse('GROUP_NOT_MEMBER');
      if (elected.length < minReps || elected.length > maxReps) throw refuse('GROUP_REPRESENTATIVES_NUMBER', { params: { min: minReps, max: maxReps } });
      const paper = await tx.findOneBy(CaseEvidence, { id: evidenceId, caseId, side: 'claimant' });
      if (!paper) throw refuse('CASE_PROOF_MISSING');
      for (const m of within) {
        const now = elected.includes(m);
        if (now) await this.members.add(tx, caseId, m.accountId, 'representative');
        else if (m.representative) await this.members.remove(tx, caseId, m.accountId, 'representative');
        await tx.update(GroupMember, { id: m.id }, { representative: now });
      }
      await this.timeline.record(tx, { caseId, kind: 'cases.representatives_elected', actorId: actor.accountId, audience: 'worker_side', requestId, data: { count: elected.length, workers: within.length, sha256: paper.sha256 } });
      await this.outbox.put(tx, representativesElected, { caseId, accountIds: elected.map((m) => m.accountId) });
    });
  }

  /** With the election ends what was built on it: who was elected reads and acts for themselves alone, and whom they gave a letter to not at all. */
  private async endFallenElection(tx: Tx, { id: caseId, claimantId }: DisputeCase, left: GroupMember): Promise<void> {
    const within = await tx.findBy(GroupMember, { caseId, status: 'in' });
    const elected = within.filter((m) => m.representative);
    if ((elected.length === 0 && !left.representative) || standingElection(within).length > 0) return;
    for (const m of elected) {
      await this.members.remove(tx, caseId, m.accountId, 'representative');
      await tx.update(GroupMember, { id: m.id }, { representative: false });
    }
    // what who filed gave is theirs to take back
    const letters = await tx.findBy(CaseDelegation, { caseId, grantedBy: Not(claimantId), revokedAt: IsNull() });
    await tx.update(CaseDelegation, { id: In(letters.map((d) => d.id)) }, { revokedAt: this.clock.now() });
    for (const { delegateId } of letters) await this.outbox.put(tx, delegationRevoked, { caseId, accountId: delegateId });
    await this.timeline.record(tx, { caseId, kind: 'cases.representation_ended', actorId: null, audience: 'worker_side', data: { workers: within.length, letters: letters.length } });
    await this.outbox.put(tx, representationEnded, { caseId, accountIds: elected.map((m) => m.accountId) });
  }

  private async mine(actor: Actor, caseId: string): Promise<GroupMember> {
    const mine = await this.dataSource.getRepository(GroupMember).findOneBy({ caseId, accountId: actor.accountId });
    if (!mine || mine.status === 'out') throw notFound();
    return mine;
  }

  private async lockChangeable(tx: Tx, caseId: string): Promise<void> {
    const row = await this.lifecycle.lock(tx, caseId);
    if (!CHANGEABLE.includes(row.status)) throw refuse('GROUP_CLOSED');
  }
}
