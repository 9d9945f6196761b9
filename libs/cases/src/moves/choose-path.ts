import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '@hejie/platform';
import { CaseAccess } from '../case/case-access.js';
import { CASE_LIFECYCLE } from '../case/case-lifecycle-table.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { CaseMove, CasePath, ChoosePath as ChoosePathBody } from '../contract/index.js';
import { CaseTimeline } from '../timeline/case-timeline.js';

/**
 * Paths that move the case at once; the others are wishes until their own doors carry them out
 * (escalation, aid), so they can be chosen wherever a case could still be escalated.
 */
const MOVES: Partial<Record<CasePath, CaseMove>> = { negotiate: 'negotiate', mediate_online: 'mediate', mediate_onsite: 'mediate' };

/** Worker and counsel say how they want to go on. Changing between online and on-site is one case, one timeline. */
@Injectable()
export class ChoosePath {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
  ) {}

  /** @throws NOT_FOUND, CASE_STALE, CASE_MOVE_ILLEGAL */
  async execute(actor: Actor, caseId: string, { path, requestId, expectedStatus }: ChoosePathBody): Promise<void> {
    const relations = await this.access.require(actor, caseId, ['claimant', 'counsel', 'officer']);
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      const move = MOVES[path];
      if (move && !(move === 'mediate' && row.status === 'mediating')) {
        await this.lifecycle.move(tx, { caseId, move, actorId: actor.accountId, relations, expectedStatus, requestId, data: { path }, set: { path } });
        return;
      }
      if (await this.timeline.knows(tx, caseId, requestId)) return;
      if (row.status !== expectedStatus) throw this.lifecycle.stale(row.status, relations);
      if (!CASE_LIFECYCLE.escalate.from.includes(row.status)) throw this.lifecycle.illegal(row.status, relations);
      await tx.update(DisputeCase, { id: caseId }, { path });
      await this.timeline.record(tx, { caseId, kind: 'cases.path_chosen', actorId: actor.accountId, requestId, audience: 'worker_side', data: { path } });
    });
  }
}
