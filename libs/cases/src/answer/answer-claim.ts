import { Injectable } from '@nestjs/common';
import { Clock, notFound, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { In, Not } from 'typeorm';
import { CaseAccess, RESPONDENTS } from '../case/case-access.js';
import { CaseMembers } from '../case/case-members.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import type { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import { claimAnswered, type AnswerClaim as AnswerClaimBody, type CaseFacts } from '../contract/index.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { Respondents } from '../respondents/respondents.js';
import { SetAside } from '../set-aside/set-aside.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseAnswer } from './case-answer.entity.js';

@Injectable()
export class AnswerClaim {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly members: CaseMembers,
    private readonly respondents: Respondents,
    private readonly aside: SetAside,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the next version of the answer. Safe to repeat by request id. @throws NOT_FOUND for anybody but a respondent's
   * representative, CASE_MOVE_ILLEGAL once it is over, ANSWER_CLAIM_UNKNOWN, ANSWER_AMOUNT_TOO_HIGH, ANSWER_EVIDENCE_NOT_SHARED
   */
  async execute(actor: Actor, caseId: string, input: AnswerClaimBody): Promise<void> {
    const relations = await this.access.require(actor, caseId, RESPONDENTS);
    const respondentId = await this.members.spokenFor(caseId, actor.accountId);
    // put out since they were asked what they are: they are not the employer's
    if (respondentId === null && relations.includes('co_respondent')) throw notFound();
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      if (await this.timeline.knows(tx, caseId, input.requestId)) return;
      if (['closed', 'withdrawn'].includes(row.status)) throw this.lifecycle.illegal(row.status, relations);
      await this.check(tx, row, input, await this.aside.from(actor, relations, caseId));
      const version = (await tx.countBy(CaseAnswer, { caseId })) + 1;
      await tx.insert(CaseAnswer, { caseId, version, respondentId, body: input.text, claims: input.claims as object[], answeredBy: actor.accountId, answeredAt: this.clock.now() });
      await this.timeline.record(tx, { caseId, kind: 'cases.answered', actorId: actor.accountId, requestId: input.requestId, data: { version, ...(respondentId ? { name: (await this.respondents.of(row, tx)).find((r) => r.id === respondentId)?.name } : {}) } });
      await this.outbox.put(tx, claimAnswered, { caseId });
    });
  }

  /** Against the case: only its own claims, less than the whole where it is "in part", and evidence both sides can look at. */
  private async check(tx: Tx, row: DisputeCase, { claims }: AnswerClaimBody, aside: ReadonlySet<string>): Promise<void> {
    const asked = (row.facts as CaseFacts).claims;
    for (const { claim, amountFen } of claims) {
      const claimed = asked[claim];
      if (!claimed) throw refuse('ANSWER_CLAIM_UNKNOWN');
      if (amountFen !== undefined && claimed.amountFen !== undefined && amountFen >= claimed.amountFen) throw refuse('ANSWER_AMOUNT_TOO_HIGH');
    }
    const cited = [...new Set(claims.flatMap((c) => c.evidenceIds))];
    const shared = await tx.countBy(CaseEvidence, { id: In(cited), caseId: row.id, side: 'respondent', visibility: 'shared', uploadedBy: Not(In([...aside])) });
    if (shared !== cited.length) throw refuse('ANSWER_EVIDENCE_NOT_SHARED');
  }
}
