import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseDues, type CaseDue } from '@hejie/cases';
import type { CaseClock } from '@hejie/law';
import { ReadClocks } from './read-clocks.js';

/** Whose periods the worker's side must not miss. */
const OURS: readonly CaseClock['who'][] = ['worker', 'either', 'both'];

/** Tells `CaseDues` of the periods that run for the worker's side. A chance that is gone is not due any more. */
@Injectable()
export class ClockDues implements OnModuleInit {
  constructor(
    private readonly dues: CaseDues,
    private readonly clocks: ReadClocks,
  ) {}

  onModuleInit(): void {
    this.dues.add(async (ids) => [...(await this.clocks.unsafeMany(ids))].flatMap(([caseId, clocks]) => duesOf(caseId, clocks)));
  }
}

function duesOf(caseId: string, clocks: readonly CaseClock[]): CaseDue[] {
  const running = clocks.filter((c) => c.state === 'running' && OURS.includes(c.who));
  // the fifteen days of a case filed here are told by the case itself
  return running.filter((c) => c.rule !== 'MEDIATION_END_15D').map(({ rule, title, rawDate, dueDate, articles, provisional }) => ({
    caseId,
    kind: rule === 'COURT_ONLINE_MEDIATION_30D' ? 'mediation_period' : 'statutory',
    title,
    safeDate: rawDate,
    lastDate: dueDate,
    at: null,
    provisional: [...provisional],
    source: articles[0] ? `${articles[0].law}${articles[0].articles ? ` Art ${articles[0].articles}` : ''}` : null,
  }));
}
