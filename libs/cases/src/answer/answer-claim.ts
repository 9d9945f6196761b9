import { Injectable } from '@nestjs/common';
import { Clock, Outbox, UnitOfWork, type Actor } from '@hejie/platform';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { claimAnswered, type AnswerClaim as AnswerClaimBody } from '../contract/index.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseAnswer } from './case-answer.entity.js';

@Injectable()
export class AnswerClaim {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat by request id. @throws NOT_FOUND for anybody but the employer's representative */
  async execute(actor: Actor, caseId: string, input: AnswerClaimBody): Promise<void> {
    await this.access.require(actor, caseId, ['respondent']);
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      if (await this.timeline.knows(tx, caseId, input.requestId)) return;
      await tx.upsert(CaseAnswer, { caseId, body: input.text, answeredBy: actor.accountId, answeredAt: this.clock.now() }, ['caseId']);
      await this.timeline.record(tx, { caseId, kind: 'cases.answered', actorId: actor.accountId, requestId: input.requestId });
      await this.outbox.put(tx, claimAnswered, { caseId });
    });
  }
}
