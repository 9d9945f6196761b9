import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { Clock, maskName, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource, In, IsNull } from 'typeorm';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { CaseMembers } from '../case/case-members.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { HandOverList } from '../contract/index.js';
import { Respondents } from '../respondents/respondents.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseHandOver } from './case-hand-over.entity.js';

/** The other end of a hand-over to an organisation: its officers see what waits, and one of them takes it. */
@Injectable()
export class TakeCase {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly lifecycle: CaseLifecycle,
    private readonly members: CaseMembers,
    private readonly respondents: Respondents,
    private readonly timeline: CaseTimeline,
    private readonly accounts: Accounts,
    private readonly claimants: ClaimantVault,
    private readonly clock: Clock,
  ) {}

  /** What waits at the actor's own organisations, the oldest first. */
  async waiting(actor: Actor): Promise<HandOverList['items']> {
    const open = await this.dataSource.getRepository(CaseHandOver).find({ where: { organisationId: In(organisationsOf(actor)), closedAt: IsNull() }, order: { id: 'ASC' } });
    const rows = await this.dataSource.getRepository(DisputeCase).findBy({ id: In(open.map((o) => o.caseId)) });
    const names = await this.accounts.names(open.map((o) => o.handedBy));
    const others = await this.respondents.othersOf(rows.map((r) => r.id));
    return open.map((o) => {
      const row = rows.find((r) => r.id === o.caseId)!;
      return {
        caseId: row.id,
        number: row.number ?? '',
        primaryType: row.primaryType,
        claimantName: maskName(this.claimants.open(row.claimantSealed).name ?? ''),
        employerName: row.employerName,
        otherRespondents: others.get(row.id) ?? [],
        reason: o.reason,
        handedBy: names.get(o.handedBy)?.name ?? '',
        at: o.at.toISOString(),
      };
    });
  }

  /** Makes the actor the owner; who comes second finds nothing, who repeats it changes nothing. @throws NOT_FOUND, CASE_MOVE_ILLEGAL when it ended meanwhile */
  async execute(actor: Actor, caseId: string, requestId: string): Promise<void> {
    const organisationId = In(organisationsOf(actor));
    await this.work.run(async (tx) => {
      // asked before the lock: strangers must not be able to hold other people's cases
      if (!(await tx.existsBy(CaseHandOver, { caseId, organisationId }))) throw notFound();
      const row = await this.lifecycle.lock(tx, caseId);
      const [latest] = await tx.find(CaseHandOver, { where: { caseId }, order: { id: 'DESC' }, take: 1 });
      if (latest?.takenBy === actor.accountId) return;
      const open = await tx.findOneBy(CaseHandOver, { caseId, organisationId, closedAt: IsNull() });
      if (!open) throw notFound();
      if (['closed', 'withdrawn'].includes(row.status)) throw this.lifecycle.illegal(row.status);
      await tx.update(CaseHandOver, { id: open.id }, { takenBy: actor.accountId, closedAt: this.clock.now() });
      await this.members.add(tx, caseId, actor.accountId, 'officer');
      await this.timeline.record(tx, { caseId, kind: 'cases.taken_over', actorId: actor.accountId, audience: 'worker_side', requestId });
    });
  }
}

/** The organisations somebody serves themselves: a path ends with its own organisation's id. */
function organisationsOf(actor: Actor): string[] {
  return actor.organisations.map((path) => path.split('/').at(-2)!);
}
