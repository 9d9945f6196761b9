import { addDays, daysBetween, type CivilDate } from '../dates/civil-date.js';
import { rollOver, SHIPPED_CALENDARS, unknownYears, type Calendars } from '../dates/holiday-calendar.js';
import type { DeadlineCode } from '../deadlines/deadline-rules.js';
import { DEADLINE_RULES } from '../deadlines/deadline-rules.js';
import { provisional } from '../deadlines/period.js';
import { articlesOf, type Article } from '../registry/articles.js';
import { ask } from '../registry/ask.js';
import { say, type Step } from '../registry/topic.js';
import type { CaseEvent, CaseEventKind, Party } from './case-event.js';
import { NOT_A_LEGAL_OPINION } from '../registry/warnings.js';
import { hearingClocks, type HearingClock } from './hearing-clocks.js';
import { INTERRUPT_WHEN_MISSED, INTERRUPTS, PERIOD_RULES, type PeriodRule } from './period-rules.js';

export type ClockCode = DeadlineCode | HearingClock | 'LIMITATION_GENERAL' | 'LIMITATION_WAGES' | 'EARLIEST_REVIEW';

/** A statutory period of a case. */
export interface CaseClock {
  readonly rule: ClockCode;
  readonly title: Step;
  readonly who: Party;
  readonly from: CaseEventKind;
  readonly triggerDate: CivilDate;
  /** The safe date, before days off are rolled over. */
  readonly rawDate: CivilDate;
  /** The legal last day; of `EARLIEST_REVIEW` the first one. */
  readonly dueDate: CivilDate;
  /** `running` until what it waits for happens; `met` in time; `missed` when the last day passed first; `opens`: a first day, nothing to miss. */
  readonly state: 'running' | 'met' | 'missed' | 'opens';
  readonly endedOn: CivilDate | null;
  /** What can be done now that it was missed. */
  readonly advice: Step | null;
  readonly working: readonly Step[];
  readonly warnings: readonly Step[];
  /** Those of the warnings that make the dates uncertain: a holiday calendar that is not known. */
  readonly provisional: readonly Step[];
  readonly articles: readonly Article[];
}

/** What the periods need beside the events: claims for pay have a limitation of their own, which does not run while one works there. */
export interface ClockFacts {
  readonly claimsPay: boolean;
  readonly claimsOther: boolean;
  readonly employed: boolean;
}

/** Every statutory period the events start, soonest last day first. A period that ran out before an event is not brought back by it. */
export function caseClocks(events: readonly CaseEvent[], facts: ClockFacts, today: CivilDate, calendars: Calendars = SHIPPED_CALENDARS): CaseClock[] {
  const sorted = [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const periods = PERIOD_RULES.flatMap((rule) => sorted.filter((e) => e.kind === rule.from).map((start) => periodClock(rule, anew(rule, start, sorted), sorted, today, calendars)));
  const kept = sorted.some((e) => e.kind === 'court_mediation_accepted') ? periods.filter((c) => c.rule !== 'MEDIATION_END_15D') : periods;
  const inVain = kept.filter((c) => c.state === 'missed' && INTERRUPT_WHEN_MISSED.some((rule) => rule === c.rule)).map((c) => c.rawDate);
  return [...kept, ...limitations(sorted, inVain, facts, today, calendars), ...earliestReview(sorted), ...hearingClocks(sorted, today, calendars)].sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0));
}

/** The event it runs from: the last that started it anew before it was over, else the first. */
function anew({ from, startsAnew, ends }: PeriodRule, start: CaseEvent, events: readonly CaseEvent[]): CaseEvent {
  const over = events.find((e) => e.on >= start.on && e !== start && (ends.includes(e.kind) || e.kind === from))?.on ?? '9999';
  return events.findLast((e) => e.kind === startsAnew?.by && e.on >= start.on && e.on < over) ?? start;
}

const MEDIATIONS: readonly ClockCode[] = ['MEDIATION_END_15D', 'COURT_ONLINE_MEDIATION_30D', 'COURT_ENTRUSTED_MEDIATION_15D', 'COURT_ENTRUSTED_MEDIATION_7D'];

function periodClock(rule: PeriodRule, start: CaseEvent, events: readonly CaseEvent[], today: CivilDate, calendars: Calendars): CaseClock {
  const { value, working, warnings, articles } = ask('deadline.rule', { rule: rule.rule, triggerDate: start.on }, calendars);
  let { rawDate, dueDate } = value as { rawDate: CivilDate; dueDate: CivilDate };
  const steps = [...working];
  const cautions: Step[] = [];
  if (MEDIATIONS.includes(rule.rule)) {
    for (const { on, until } of events.filter((e) => e.kind === 'mediation_extended')) {
      if (!until || on < start.on || on > dueDate || until <= rawDate) continue;
      [rawDate, dueDate] = [until, rollOver(until, calendars)];
      cautions.push(...provisional(unknownYears(rawDate, dueDate, calendars)));
      steps.push(say(`双方于 ${on} 同意延长至 ${until}`, `Both sides agreed on ${on} to extend it to ${until}`));
    }
  }
  // what stood still already is not counted twice
  let counted = start.on;
  for (const { on, until } of events.filter((e) => e.kind === rule.standsStill?.by)) {
    // an end that is not known yet is not counted beyond today
    const [from, to] = [on < counted ? counted : on, until ?? today];
    if (to <= from || from > dueDate) continue;
    rawDate = addDays(rawDate, daysBetween(from, to));
    dueDate = rollOver(rawDate, calendars);
    counted = to;
    cautions.push(...provisional(unknownYears(rawDate, dueDate, calendars)));
    steps.push(say(`${from} 至 ${to} 不计入，顺延至 ${rawDate}`, `${from} to ${to} does not count: it ends on ${rawDate}`));
  }
  const endedOn = events.find((e) => rule.ends.includes(e.kind) && e.on >= start.on)?.on ?? null;
  const state = (endedOn ?? today) > dueDate ? 'missed' : endedOn ? 'met' : 'running';
  return {
    rule: rule.rule,
    title: DEADLINE_RULES[rule.rule].title,
    who: rule.who,
    from: start.kind,
    triggerDate: start.on,
    rawDate,
    dueDate,
    state,
    endedOn,
    advice: state === 'missed' && !endedOn ? (rule.ifMissed ?? null) : null,
    working: steps,
    warnings: [...cautions, ...warnings],
    provisional: [...cautions, ...warnings.filter((w) => w !== NOT_A_LEGAL_OPINION)],
    articles: [...cited(rule.source), ...articles, ...cited(start.kind === rule.startsAnew?.by && rule.startsAnew.source), ...cited(counted > start.on && rule.standsStill?.source)],
  };
}

const cited = (source: string | false | undefined): readonly Article[] => (source ? articlesOf(source) : []);

function limitations(events: readonly CaseEvent[], inVain: readonly CivilDate[], { claimsPay, claimsOther, employed }: ClockFacts, today: CivilDate, calendars: Calendars): CaseClock[] {
  const known = events.find((e) => e.kind === 'rights_known');
  const ended = events.find((e) => e.kind === 'employment_ended');
  return [
    ...(known && claimsOther ? [limitation('LIMITATION_GENERAL', known, events, inVain, today, calendars)] : []),
    ...(ended && claimsPay && !employed ? [limitation('LIMITATION_WAGES', ended, events, inVain, today, calendars)] : []),
  ];
}

const ARBITRATION: readonly CaseEventKind[] = ['arbitration_applied', 'arbitration_accepted', 'arbitration_refused'];

/** The first application since then that was not refused: a refused one starts the year anew and no more. */
function applied(events: readonly CaseEvent[], since: CivilDate): CivilDate | null {
  const steps = events.filter((e) => ARBITRATION.includes(e.kind) && e.on >= since);
  return steps.find((e, i) => e.kind === 'arbitration_applied' && steps[i + 1]?.kind !== 'arbitration_refused')?.on ?? null;
}

/** @param inVain days on which something was waited for in vain */
function limitation(rule: 'LIMITATION_GENERAL' | 'LIMITATION_WAGES', start: CaseEvent, events: readonly CaseEvent[], inVain: readonly CivilDate[], today: CivilDate, calendars: Calendars): CaseClock {
  const endedOn = applied(events, start.on);
  const wages = rule === 'LIMITATION_WAGES';
  const { value, working, warnings, articles } = ask('deadline.limitation', {
    accrualDate: start.on,
    interruptions: [...events.filter((e) => INTERRUPTS.includes(e.kind)).map((e) => e.on), ...inVain].filter((on) => !endedOn || on < endedOn),
    // an end that is not known yet is not counted beyond today
    suspensions: events.flatMap((e) => (e.kind === 'limitation_suspended' ? [{ from: e.on, to: e.until ?? (today > e.on ? today : e.on) }] : [])),
    claimType: wages ? 'wages' : 'general',
    employmentEndDate: wages ? start.on : null,
    filingDate: endedOn ?? today,
  }, calendars);
  const { rawLastDate, lastDate, timeBarred } = value as { rawLastDate: CivilDate; lastDate: CivilDate; timeBarred: boolean };
  return {
    rule,
    title: wages ? say('申请仲裁的时效（工资）', 'Limitation for arbitration, wages') : say('申请仲裁的时效（一般）', 'Limitation for arbitration, in general'),
    who: 'worker',
    from: start.kind,
    triggerDate: start.on,
    rawDate: rawLastDate,
    dueDate: lastDate,
    state: timeBarred ? 'missed' : endedOn ? 'met' : 'running',
    endedOn,
    advice: timeBarred && !endedOn ? say('时效可能已过，但对方提出才会审查，也可能有中断、中止的情形：照样可以申请，请找律师。', 'It may be too late, but only if the other side raises it, and it may have been interrupted: one may still apply; ask a lawyer.') : null,
    working,
    warnings,
    provisional: provisional(unknownYears(rawLastDate, lastDate, calendars)),
    articles,
  };
}

/** A year after a conclusion the grade may be looked at again. */
function earliestReview(events: readonly CaseEvent[]): CaseClock[] {
  const last = events.filter((e) => e.kind === 'appraisal_concluded' || e.kind === 'reappraisal_concluded').at(-1);
  if (!last) return [];
  const { value, working, warnings, articles } = ask('deadline.earliest_review', { conclusionDate: last.on });
  const { earliestDate } = value as { earliestDate: CivilDate };
  return [{
    rule: 'EARLIEST_REVIEW', title: say('复查鉴定最早可以申请的日期', 'First day on which a review appraisal can be asked for'), who: 'either', from: last.kind, triggerDate: last.on,
    rawDate: earliestDate, dueDate: earliestDate, state: 'opens', endedOn: null, advice: null, working, warnings, provisional: [], articles,
  }];
}
