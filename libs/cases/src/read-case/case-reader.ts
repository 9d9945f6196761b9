import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import { ClaimantVault, type ClaimantDetails } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { AnswerView, CaseFacts, CaseOutcome, CasePath, CaseStatus, RespondentView } from '../contract/index.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { CaseEvent } from '../timeline/case-event.entity.js';
import { CaseAnswers } from '../answer/case-answers.js';
import { Respondents } from '../respondents/respondents.js';
import { MediationPeriods } from '../dues/mediation-periods.js';

/** A filed case in full, for contexts that have done their own access check. */
export interface UnsafeCase {
  readonly id: string;
  readonly number: string;
  readonly status: CaseStatus;
  readonly outcome: CaseOutcome | null;
  readonly path: CasePath | null;
  readonly claimantId: string;
  readonly organisationPath: string;
  readonly facts: CaseFacts;
  /** Who is on the other side, the employer first. */
  readonly respondents: readonly RespondentView[];
  readonly claimant: ClaimantDetails;
  readonly amountClaimedFen: number;
  readonly amountSettledFen: number | null;
  readonly filedAt: Date;
  readonly mediationLastDate: string | null;
}

/** Of a filed case what statutory periods and amounts are counted from. */
export type FiledFacts = Pick<UnsafeCase, 'id' | 'status' | 'outcome' | 'filedAt' | 'facts'>;

/** Questions other contexts ask about cases. "Unsafe" answers are whole: the asker has checked access. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly claimants: ClaimantVault,
    private readonly answers: CaseAnswers,
    private readonly periods: MediationPeriods,
    private readonly respondents: Respondents,
  ) {}

  /** Null for a missing case or one that is not filed. */
  async unsafeCase(caseId: string): Promise<UnsafeCase | null> {
    const row = await this.dataSource.getRepository(DisputeCase).findOneBy({ id: caseId });
    if (!row?.filedAt || !row.number) return null;
    return {
      id: row.id,
      number: row.number,
      status: row.status,
      outcome: row.outcome,
      path: row.path,
      claimantId: row.claimantId,
      organisationPath: row.organisationPath,
      facts: row.facts as CaseFacts,
      respondents: await this.respondents.of(row),
      claimant: this.claimants.open(row.claimantSealed),
      amountClaimedFen: Number(row.amountClaimedFen),
      amountSettledFen: row.amountSettledFen === null ? null : Number(row.amountSettledFen),
      filedAt: row.filedAt,
      mediationLastDate: (await this.periods.of([row])).get(row.id)?.lastDate ?? null,
    };
  }

  /** What a filed case is called where little may be said of it: its number and what it is mainly about. */
  async label(manager: EntityManager, caseId: string): Promise<{ number: string; type: string } | null> {
    const row = await manager.findOne(DisputeCase, { where: { id: caseId, number: Not(IsNull()) }, select: { number: true, primaryType: true } });
    return row && { number: row.number!, type: row.primaryType ?? '' };
  }

  /** Number, status, chosen path and parties' names of many cases, for lists of other contexts. */
  async brief(ids: readonly string[]) {
    const rows = ids.length ? await this.dataSource.getRepository(DisputeCase).findBy({ id: In([...new Set(ids)]) }) : [];
    const [periods, others] = [await this.periods.of(rows), await this.respondents.othersOf(rows.map((r) => r.id))];
    return new Map(
      rows.map((r) => [
        r.id,
        {
          number: r.number ?? '',
          status: r.status,
          path: r.path,
          primaryType: r.primaryType,
          claimantName: this.claimants.open(r.claimantSealed).name ?? '',
          employerName: r.employerName,
          otherRespondents: others.get(r.id) ?? [],
          amountClaimedFen: Number(r.amountClaimedFen),
          mediationDue: periods.get(r.id) ?? null,
        },
      ]),
    );
  }

  /** Every filed case that is not over. */
  async openIds(): Promise<string[]> {
    const rows = await this.dataSource.getRepository(DisputeCase).find({ where: { filedAt: Not(IsNull()), status: Not(In(['closed', 'withdrawn'])) }, select: { id: true }, order: { id: 'ASC' } });
    return rows.map((r) => r.id);
  }

  /** What the law counts from in many cases; those that are not filed are left out. */
  async unsafeFacts(ids: readonly string[]): Promise<Map<string, FiledFacts>> {
    const rows = await this.dataSource.getRepository(DisputeCase).find({ where: { id: In([...ids]), filedAt: Not(IsNull()) }, select: { id: true, status: true, outcome: true, filedAt: true, facts: true } });
    return new Map(rows.map((r) => [r.id, { id: r.id, status: r.status, outcome: r.outcome, filedAt: r.filedAt!, facts: r.facts as CaseFacts }]));
  }

  /** The employer's answer that stood at an instant, the newest when none is given. */
  unsafeAnswer(caseId: string, at?: Date): Promise<AnswerView | null> {
    return this.answers.unsafeStanding(caseId, { at: at ?? null });
  }

  /** What those named beside the employer had answered at an instant; who had not is not in it. */
  async unsafeOtherAnswers({ id, respondents }: Pick<UnsafeCase, 'id' | 'respondents'>, at?: Date): Promise<{ number: number; name: string; answer: AnswerView }[]> {
    return this.answers.unsafeOfOthers(respondents, id, at);
  }

  async evidence(caseId: string, evidenceId: string): Promise<CaseEvidence | null> {
    return this.dataSource.getRepository(CaseEvidence).findOneBy({ id: evidenceId, caseId });
  }

  /** The case's own history in time order, without entries of contexts that must stay confidential. */
  async chronology(caseId: string, kinds: readonly string[]) {
    return (await this.chronologies([caseId], kinds)).map(({ at, kind, data }) => ({ at, kind, data }));
  }

  /** The same of many cases. */
  async chronologies(caseIds: readonly string[], kinds: readonly string[]) {
    const rows = await this.dataSource.getRepository(CaseEvent).find({ where: { caseId: In([...caseIds]), kind: In([...kinds]) }, order: { id: 'ASC' } });
    return rows.map(({ caseId, at, kind, data }) => ({ caseId, at, kind, data }));
  }
}
