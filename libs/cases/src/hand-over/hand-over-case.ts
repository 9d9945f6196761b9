import { Injectable } from '@nestjs/common';
import { Accounts, Organisations } from '@hejie/identity';
import { Clock, newId, notFound, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { DataSource, IsNull } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { CaseMember } from '../case/case-member.entity.js';
import { CaseMembers } from '../case/case-members.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import { caseHandedOver, type HandedOver, type HandOver } from '../contract/index.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseHandOver } from './case-hand-over.entity.js';
import { CaseTakers } from './case-takers.js';

/** Gives a case to another officer or organisation of the same tree. Who had it loses it in the same transaction. */
@Injectable()
export class HandOverCase {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly members: CaseMembers,
    private readonly takers: CaseTakers,
    private readonly timeline: CaseTimeline,
    private readonly accounts: Accounts,
    private readonly organisations: Organisations,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat by request id, though the case is gone for the asker. @throws NOT_FOUND, CASE_MOVE_ILLEGAL for a draft or an ended case, HAND_OVER_NO_TAKER */
  async execute(actor: Actor, caseId: string, input: HandOver): Promise<HandedOver> {
    const mine = { caseId, requestId: input.requestId, handedBy: actor.accountId };
    const earlier = await this.dataSource.getRepository(CaseHandOver).findOneBy(mine);
    if (earlier) return this.view(earlier);
    const relations = await this.access.require(actor, caseId, ['officer', 'department']);
    return this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      const twin = await tx.findOneBy(CaseHandOver, mine);
      if (twin) return this.view(twin);
      const owners = await tx.findBy(CaseMember, { caseId, relation: 'officer', until: IsNull() });
      // it may have been handed over while this request waited for the lock
      if (!relations.includes('department') && !owners.some((o) => o.accountId === actor.accountId)) throw notFound();
      if (['draft', 'closed', 'withdrawn'].includes(row.status)) throw this.lifecycle.illegal(row.status, relations);
      const taker = await this.takers.find(row.organisationPath, input.to);
      // it may have been moved since the taker was looked up
      const path = taker && (await this.organisations.keepOpen(tx, taker.organisation.id));
      if (!taker || !path || owners.some((o) => o.accountId === taker.accountId)) throw refuse('HAND_OVER_NO_TAKER');
      for (const { accountId } of owners) await this.members.remove(tx, caseId, accountId, 'officer');
      if (taker.accountId) await this.members.add(tx, caseId, taker.accountId, 'officer');
      const made = await this.write(tx, { ...mine, organisationId: taker.organisation.id, reason: input.reason, takenBy: taker.accountId });
      await tx.update(DisputeCase, { id: caseId }, { organisationPath: path, updatedAt: made.at });
      const view = await this.view(made);
      const { to, organisation } = view;
      await this.timeline.record(tx, { caseId, kind: 'cases.handed_over', actorId: actor.accountId, audience: 'worker_side', data: { to: to ?? organisation, organisation, reason: input.reason } });
      await this.outbox.put(tx, caseHandedOver, { caseId, to: to ?? organisation, taken: taker.accountId !== null, officerIds: [...taker.officers] });
      return view;
    });
  }

  private async write(tx: Tx, handOver: Pick<CaseHandOver, 'caseId' | 'requestId' | 'handedBy' | 'organisationId' | 'reason' | 'takenBy'>): Promise<CaseHandOver> {
    const at = this.clock.now();
    await tx.update(CaseHandOver, { caseId: handOver.caseId, closedAt: IsNull() }, { closedAt: at });
    const row: CaseHandOver = { id: newId(), ...handOver, at, closedAt: handOver.takenBy ? at : null };
    await tx.insert(CaseHandOver, row);
    return row;
  }

  private async view({ caseId, takenBy, organisationId, at }: CaseHandOver): Promise<HandedOver> {
    const names = await this.accounts.names(takenBy ? [takenBy] : []);
    const organisation = await this.organisations.find(organisationId);
    return { caseId, to: takenBy && (names.get(takenBy)?.name ?? ''), organisation: organisation?.name ?? '', at: at.toISOString() };
  }
}
