import { Injectable } from '@nestjs/common';
import { CaseAccess, WORKER_SIDE } from '@hejie/cases';
import type { Relation } from '@hejie/cases/contract';
import { fits, nextQuestion, progress, questionById, type Question } from '@hejie/law';
import { Clock, notFound, Outbox, UnitOfWork, type Actor } from '@hejie/platform';
import { clocksChanged, type AnswerQuestion, type LegalAnswersView } from '../contract/index.js';
import { refuse } from '../entitlement.refusals.js';
import { CaseRecord, type CaseRecordView } from '../record/case-record.js';
import { LegalAnswers } from './legal-answers.entity.js';

const ANSWERERS: readonly Relation[] = ['claimant', 'counsel', 'officer'];

/** The questions the law's rules still have about a case, one at a time. */
@Injectable()
export class AnswerQuestions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly record: CaseRecord,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND for anybody but the worker's side */
  async read(actor: Actor, caseId: string): Promise<LegalAnswersView> {
    await this.access.require(actor, caseId, WORKER_SIDE);
    return viewOf(await this.filed(caseId));
  }

  /** Answers a question, or changes an answer. @throws NOT_FOUND, ANSWER_STALE, ANSWER_UNFIT */
  async answer(actor: Actor, caseId: string, { question: id, answer, expectedVersion }: AnswerQuestion): Promise<LegalAnswersView> {
    await this.access.require(actor, caseId, ANSWERERS);
    const { answers } = await this.filed(caseId);
    const question = questionById.get(id);
    if (!question || !fits(question, answer, answers)) throw refuse('ANSWER_UNFIT');
    await this.work.run(async (tx) => {
      await tx.createQueryBuilder().insert().into(LegalAnswers).values({ caseId, version: 0, answers: {}, updatedBy: actor.accountId, updatedAt: this.clock.now() }).orIgnore().execute();
      const row = await tx.findOneOrFail(LegalAnswers, { where: { caseId }, lock: { mode: 'pessimistic_write' } });
      if (row.version !== expectedVersion) throw refuse('ANSWER_STALE');
      await tx.update(LegalAnswers, { caseId }, { version: expectedVersion + 1, answers: { ...row.answers, [id]: answer } as object, updatedBy: actor.accountId, updatedAt: this.clock.now() });
      await this.outbox.put(tx, clocksChanged, { caseId });
    });
    return viewOf(await this.filed(caseId));
  }

  private async filed(caseId: string): Promise<CaseRecordView> {
    const record = await this.record.unsafeOf(caseId);
    if (!record) throw notFound();
    return record;
  }
}

function viewOf({ answers, answersVersion: version }: CaseRecordView): LegalAnswersView {
  const next = nextQuestion(answers);
  return { version, answers: answers as LegalAnswersView['answers'], next: next && shown(next), open: progress(answers).open };
}

const shown = ({ id, kind, ask, help, options }: Question): NonNullable<LegalAnswersView['next']> => ({
  id, kind, ask, ...(help ? { help } : {}), ...(options ? { options: options.map(({ value, zh, en }) => ({ value, zh, en })) } : {}),
});
