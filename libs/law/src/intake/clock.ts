import { PERIOD_RULES } from '../clocks/period-rules.js';
import type { CivilDate } from '../dates/civil-date.js';
import type { Calendars } from '../dates/holiday-calendar.js';
import { DEADLINE_RULES, type DeadlineCode } from '../deadlines/deadline-rules.js';
import { ask } from '../registry/ask.js';
import type { Article } from '../registry/articles.js';
import { say, type Step } from '../registry/topic.js';
import type { Facts } from './facts.js';
import type { ClockRule } from './findings/clocks.js';

/** A period of the case: when it ends, or the date that is still needed in order to say so. */
export interface Clock {
  readonly rule: ClockRule['rule'];
  readonly title: Step;
  readonly who: Step;
  /** The question whose date starts it. */
  readonly from: string;
  readonly triggerDate: CivilDate | null;
  /** The safe date, before days off are rolled over; null without a trigger, or where no period runs. */
  readonly rawDate: CivilDate | null;
  /** The legal last day; of `earliest_review` the first day. */
  readonly dueDate: CivilDate | null;
  readonly working: readonly Step[];
  readonly warnings: readonly Step[];
  readonly articles: readonly Article[];
  /** What the worker can do once the last day has passed, where the law says something to it. */
  readonly ifMissed: Step | null;
}

/** The same as in a case. */
const ADVICE: ReadonlyMap<string, Step> = new Map(PERIOD_RULES.flatMap(({ rule, ifMissed }) => (ifMissed ? [[rule, ifMissed] as const] : [])));
const MENDABLE = say('有中断、中止的情形还可能补救，请尽快问律师。', 'Interrupted or suspended it may still run: ask a lawyer soon.');

const OTHER_TITLES = {
  earliest_review: say('复查鉴定最早可以申请的日期', 'First day on which a review appraisal can be asked for'),
  limitation_general: say('申请仲裁的时效（一般）', 'Limitation for arbitration, in general'),
  limitation_wages: say('申请仲裁的时效（工资）', 'Limitation for arbitration, wages'),
} as const;

export const clockTitle = (rule: ClockRule['rule']): Step => (rule in OTHER_TITLES ? OTHER_TITLES[rule as keyof typeof OTHER_TITLES] : DEADLINE_RULES[rule as DeadlineCode].title);

export function clockOf({ rule, from, who }: ClockRule, facts: Facts, calendars: Calendars): Clock {
  const triggerDate = facts.date(from);
  const common = { rule, title: clockTitle(rule), who, from, triggerDate, ifMissed: rule.startsWith('limitation') ? MENDABLE : (ADVICE.get(rule) ?? null) };
  const question = questionFor(rule, triggerDate, facts);
  if (!question) return { ...common, rawDate: null, dueDate: null, working: [], warnings: [], articles: [] };
  const { value, working, warnings, articles } = ask(question.topic, question.input, calendars);
  return { ...common, ...datesIn(value as Dates), working, warnings, articles };
}

type Dates = Partial<Record<'rawDate' | 'dueDate' | 'rawLastDate' | 'lastDate' | 'earliestDate', CivilDate | null>>;

const datesIn = (v: Dates) => ({ rawDate: v.rawDate ?? v.rawLastDate ?? v.earliestDate ?? null, dueDate: v.dueDate ?? v.lastDate ?? v.earliestDate ?? null });

function questionFor(rule: ClockRule['rule'], trigger: CivilDate | null, facts: Facts): { topic: string; input: object } | null {
  if (rule === 'limitation_wages') {
    const employed = facts.chose('stillEmployed', 'yes');
    if (!employed && trigger === null) return null;
    return limitation('wages', trigger ?? facts.date('hireDate') ?? '2008-05-01', employed ? null : trigger, facts);
  }
  if (trigger === null) return null;
  if (rule === 'limitation_general') return limitation('general', trigger, null, facts);
  if (rule === 'earliest_review') return { topic: 'deadline.earliest_review', input: { conclusionDate: trigger } };
  return { topic: 'deadline.rule', input: { rule, triggerDate: trigger } };
}

/** Whether it has run out is for the day of filing: here only the last day is asked for. */
function limitation(claimType: 'general' | 'wages', accrualDate: CivilDate, employmentEndDate: CivilDate | null, facts: Facts) {
  const demanded = facts.date('demandedOn');
  return {
    topic: 'deadline.limitation',
    input: { accrualDate, interruptions: demanded ? [demanded] : [], suspensions: [], claimType, employmentEndDate, filingDate: accrualDate },
  };
}
