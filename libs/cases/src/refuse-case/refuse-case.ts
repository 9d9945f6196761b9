import { Injectable } from '@nestjs/common';
import { Clock, newId, UnitOfWork, type Actor } from '@hejie/platform';
import { IsNull } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { CASE_LIFECYCLE } from '../case/case-lifecycle-table.js';
import { refuse } from '../cases.refusals.js';
import type { DecideRefusal, ProposeRefusal, Relation } from '../contract/index.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseRefusal } from './case-refusal.entity.js';

const OFFICERS: readonly Relation[] = ['officer', 'department'];

/** Refusing a case takes two officers: nobody who asks for help is turned away by one person alone. */
@Injectable()
export class RefuseCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat by request id. @throws NOT_FOUND, CASE_MOVE_ILLEGAL, REFUSAL_OPEN */
  async propose(actor: Actor, caseId: string, { requestId, reason }: ProposeRefusal): Promise<void> {
    const relations = await this.access.require(actor, caseId, OFFICERS);
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      if (await this.timeline.knows(tx, caseId, requestId)) return;
      if (!CASE_LIFECYCLE.refuse.from.includes(row.status)) throw this.lifecycle.illegal(row.status, relations);
      if (await tx.existsBy(CaseRefusal, { caseId, decidedAt: IsNull() })) throw refuse('REFUSAL_OPEN');
      const proposal = { id: newId(), caseId, reason, proposedBy: actor.accountId, proposedAt: this.clock.now() };
      await tx.insert(CaseRefusal, { ...proposal, decidedBy: null, decidedAt: null, approved: null });
      await this.timeline.record(tx, { caseId, kind: 'cases.refusal_proposed', actorId: actor.accountId, audience: 'staff', requestId, data: { reason } });
    });
  }

  /** Safe to repeat by request id. @throws NOT_FOUND, REFUSAL_NONE also when the case went on meanwhile, REFUSAL_NEEDS_ANOTHER */
  async decide(actor: Actor, caseId: string, { requestId, approve }: DecideRefusal): Promise<void> {
    await this.access.require(actor, caseId, OFFICERS);
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      if (await this.timeline.knows(tx, caseId, requestId)) return;
      const open = await tx.findOneBy(CaseRefusal, { caseId, decidedAt: IsNull() });
      if (!open) throw refuse('REFUSAL_NONE');
      if (open.proposedBy === actor.accountId) throw refuse('REFUSAL_NEEDS_ANOTHER');
      await tx.update(CaseRefusal, { id: open.id }, { decidedBy: actor.accountId, decidedAt: this.clock.now(), approved: approve });
      const line = { caseId, actorId: actor.accountId, requestId };
      if (approve) await this.lifecycle.move(tx, { ...line, move: 'refuse', audience: 'worker_side', data: { reason: open.reason } });
      else await this.timeline.record(tx, { ...line, kind: 'cases.refusal_declined', audience: 'staff' });
    });
  }
}
