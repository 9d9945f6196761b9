import { Injectable } from '@nestjs/common';
import { answersOfFacts, CaseReader, type FiledFacts } from '@hejie/cases';
import { EscalationHistory, reportedEvent } from '@hejie/escalation';
import { AWARDED, relevantAnswers, yuanOf, type Answers, type CaseEvent } from '@hejie/law';
import { civilDate } from '@hejie/platform';
import { DataSource, In, IsNull } from 'typeorm';
import { answersOfEvents, eventsOfAnswers } from '../answers/answers-of-case.js';
import { LegalAnswers } from '../answers/legal-answers.entity.js';
import { CasePayment } from './case-payment.entity.js';
import { LegalEvent } from './legal-event.entity.js';

/** What the case's own history says has happened. */
const HAPPENED = { 'cases.fail_mediation': 'mediation_ended', 'cases.agree': 'settled' } as const;

export interface KnownEvent extends CaseEvent {
  readonly origin: 'recorded' | 'case' | 'answers';
  readonly entry: LegalEvent | null;
}

/** All that is known of a case for the law's rules. */
export interface CaseRecordView {
  readonly found: FiledFacts;
  readonly answersVersion: number;
  readonly answers: Answers;
  /** In time order. */
  readonly events: readonly KnownEvent[];
}

/** Brings together what the case, its people and its partners tell. */
@Injectable()
export class CaseRecord {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseReader,
    private readonly escalations: EscalationHistory,
  ) {}

  /** For who has checked access. Null for a case that is not filed. */
  async unsafeOf(caseId: string): Promise<CaseRecordView | null> {
    return (await this.unsafeMany([caseId])).get(caseId) ?? null;
  }

  /** The same for many cases, with as many queries as for one. */
  async unsafeMany(caseIds: readonly string[]): Promise<Map<string, CaseRecordView>> {
    const filed = await this.cases.unsafeFacts(caseIds);
    const caseId = In([...filed.keys()]);
    const recorded = byCase(await this.dataSource.getRepository(LegalEvent).find({ where: { caseId, withdrawnAt: IsNull() }, order: { id: 'ASC' } }));
    const stored = byCase(await this.dataSource.getRepository(LegalAnswers).findBy({ caseId }));
    const payments = byCase(await this.dataSource.getRepository(CasePayment).findBy({ caseId, withdrawnAt: IsNull() }));
    const own = byCase(await this.ownEvents(filed));
    return new Map([...filed].map(([id, found]) => [id, together(found, recorded(id), own(id), stored(id)[0], payments(id))]));
  }

  private async ownEvents(filed: ReadonlyMap<string, FiledFacts>): Promise<(KnownEvent & { caseId: string })[]> {
    const ids = [...filed.keys()];
    const history = await this.cases.chronologies(ids, Object.keys(HAPPENED));
    const statuses = await this.escalations.unsafeStatuses(ids);
    const event = (caseId: string, kind: CaseEvent['kind'], on: string, by: CaseEvent['by']) => ({ caseId, kind, on, by, origin: 'case' as const, entry: null });
    return [
      ...[...filed].map(([id, { filedAt }]) => event(id, 'case_filed', civilDate(filedAt), 'worker')),
      ...history.map(({ caseId, kind, at }) => event(caseId, HAPPENED[kind as keyof typeof HAPPENED], civilDate(at), 'both')),
      ...statuses.flatMap(({ caseId, track, status, on }) => {
        const told = reportedEvent(track, status, on);
        return told ? [event(caseId, told.kind, on, told.by)] : [];
      }),
    ];
  }
}

function together(found: FiledFacts, recorded: readonly LegalEvent[], own: readonly KnownEvent[], stored: LegalAnswers | undefined, payments: readonly CasePayment[]): CaseRecordView {
  const entries = recorded.map((entry): KnownEvent => ({ kind: entry.kind, on: entry.on, by: entry.by, until: entry.until, origin: 'recorded', entry }));
  const told = { ...answersOfFacts({ groupSize: 1, ...found.facts }), ...stored?.answers };
  const known = [...entries, ...reported(own, entries, told)];
  const paid = payments.reduce((sum, p) => sum + Number(p.amountFen), 0);
  const answers = relevantAnswers({ ...told, ...answersOfEvents(known, told), ...(payments.length ? { alreadyPaid: yuanOf(paid) } : {}) });
  const fromAnswers = eventsOfAnswers(told, answers, known).map((e): KnownEvent => ({ ...e, origin: 'answers', entry: null }));
  const events = [...known, ...fromAnswers].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { found, answersVersion: stored?.version ?? 0, answers, events };
}

/** What the case itself tells. Of an award the commission tells the day only: whether it is final is asked, and who wrote down its arrival knows better. */
function reported(own: readonly KnownEvent[], entries: readonly KnownEvent[], told: Answers): KnownEvent[] {
  if (entries.some((e) => AWARDED.includes(e.kind))) return own.filter((e) => !AWARDED.includes(e.kind));
  return own.map((e) => (e.kind === 'award_received' && told['awardFinal'] === 'yes' ? { ...e, kind: 'final_award_received' } : e));
}

function byCase<T extends { caseId: string }>(rows: readonly T[]): (caseId: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.caseId, [...(groups.get(row.caseId) ?? []), row]);
  return (caseId) => groups.get(caseId) ?? [];
}
