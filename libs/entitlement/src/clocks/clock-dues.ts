import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseDues, MediationPeriods, type CaseDue, type MediationPeriod } from '@hejie/cases';
import { DEADLINE_RULES, type CaseClock } from '@hejie/law';
import { ReadClocks } from './read-clocks.js';

/** Whose periods the worker's side must not miss. */
const OURS: readonly CaseClock['who'][] = ['worker', 'either', 'both'];
const MEDIATIONS = ['MEDIATION_END_15D', 'COURT_ONLINE_MEDIATION_30D'] as const;

/** Tells `CaseDues` of the periods that run for the worker's side, and cases until when they are mediated. A chance that is gone is not due any more. */
@Injectable()
export class ClockDues implements OnModuleInit {
  constructor(
    private readonly dues: CaseDues,
    private readonly periods: MediationPeriods,
    private readonly clocks: ReadClocks,
  ) {}

  onModuleInit(): void {
    this.dues.add(async (ids) => [...(await this.clocks.unsafeMany(ids))].flatMap(([caseId, clocks]) => duesOf(caseId, clocks)));
    this.periods.periodsFrom(async (ids) => new Map([...(await this.clocks.unsafeMany(ids))].flatMap(([caseId, clocks]) => mediationOf(caseId, clocks))));
  }
}

/** What has a name of its own among what is due. */
const KINDS: Partial<Record<CaseClock['rule'], CaseDue['kind']>> = { ARB_REVIEW_APPLY_15D: 'arbitral_review', JUDICIAL_CONFIRM_APPLY_30D: 'judicial_confirmation' };

const isMediation = (clock: CaseClock): boolean => MEDIATIONS.some((rule) => rule === clock.rule);

function duesOf(caseId: string, clocks: readonly CaseClock[]): CaseDue[] {
  const running = clocks.filter((c) => c.state === 'running' && OURS.includes(c.who));
  // until when it is mediated is told by the case itself
  return running.filter((c) => !isMediation(c)).map(({ rule, title, rawDate, dueDate, articles, provisional }) => ({
    caseId,
    kind: KINDS[rule] ?? 'statutory',
    title: rule in KINDS ? null : title,
    safeDate: rawDate,
    lastDate: dueDate,
    at: null,
    provisional: [...provisional],
    source: articles[0] ? `${articles[0].law}${articles[0].articles ? ` Art ${articles[0].articles}` : ''}` : null,
  }));
}

/** The period of the channel the case goes through, as long as both sides made it. */
function mediationOf(caseId: string, clocks: readonly CaseClock[]): [string, MediationPeriod][] {
  const found = clocks.filter((c) => isMediation(c) && c.from !== 'committee_asked').at(-1);
  if (!found) return [];
  const { rule, rawDate: safeDate, dueDate: lastDate, working, provisional } = found;
  return [[caseId, { rule, source: DEADLINE_RULES[rule as (typeof MEDIATIONS)[number]].source, safeDate, lastDate, working: [...working], provisional: [...provisional] }]];
}
