import type { CivilDate } from '../dates/civil-date.js';
import { Facts } from '../intake/facts.js';
import type { Answers } from '../intake/condition.js';
import { say, type Step } from '../registry/topic.js';
import type { ClaimKind } from '../taxonomy/claim-kinds.js';

/** The figures of one place at one time, as a local table states them; null where nobody loaded them. */
export interface LocalFigures {
  readonly region: string;
  /** Which table, for the sheet's foot; null if none is loaded. */
  readonly sourceTitle: string | null;
  readonly validFrom: string | null;
  readonly localAvgMonthlyWage: number | null;
  readonly localMinMonthlyWage: number | null;
  readonly localAvgAnnualWage: number | null;
  readonly subsidyBase: number | null;
  /** Months of the two subsidies at the end of employment, grades 5 to 10. */
  readonly subsidyMonths: Readonly<Record<number, { readonly medical: number; readonly employment: number }>> | null;
  readonly nationalUrbanDisposableIncomePrevYear?: number | null;
  /** How the year of a second wage is counted there; each day by itself where nobody said. */
  readonly doubleWageLimitation?: 'per_day' | 'from_end' | null;
  /** Those of claims that are counted by another day. */
  readonly forClaims?: Readonly<Partial<Record<ClaimKind, LocalFigures>>>;
}

/** A place of which nothing is loaded. */
export const nothingLoaded = (region: string): LocalFigures => ({
  region, sourceTitle: null, validFrom: null, localAvgMonthlyWage: null, localMinMonthlyWage: null, localAvgAnnualWage: null, subsidyBase: null, subsidyMonths: null,
});

/** The days whose tables count: `on` for most claims, and for others a day of their own. */
export interface FiguresDays {
  readonly on: CivilDate;
  readonly claims: Readonly<Partial<Record<ClaimKind, CivilDate>>>;
}

/** Claims that are counted on the wages of another day than the end of work, the matter they are of, and the question that tells the day. */
const OWN_DAY: readonly (readonly [ClaimKind, matters: readonly string[], question: string])[] = [
  ['injury_disability', ['injury', 'disease'], 'hurtOn'],
  ['injury_death', ['death'], 'diedOn'],
  ['probation_damages', ['probation'], 'hireDate'],
];

/** Whose day's tables count: those of the day work ended, or of today while it goes on; of an injury, a death or a probation those of its own day. */
export function figuresDays(answers: Answers, today: CivilDate): FiguresDays {
  const facts = new Facts(answers);
  const ended = facts.chose('stillEmployed', 'no', 'unsure') ? facts.date('endDate') : null;
  const on = ended && ended < today ? ended : today;
  const own = OWN_DAY.flatMap(([claim, matters, question]) => {
    const day = facts.chose('matters', ...matters) ? facts.date(question) : null;
    return day && day < today && day !== on ? [[claim, day] as const] : [];
  });
  return { on, claims: Object.fromEntries(own) };
}

/** Each of the days once, that of most claims first. */
export const daysOf = ({ on, claims }: FiguresDays): CivilDate[] => [...new Set([on, ...Object.values(claims)])];

/** The figures of all claims from those of each day. @param byDay of every one of `daysOf` */
export function figuresOf({ on, claims }: FiguresDays, byDay: ReadonlyMap<CivilDate, LocalFigures>): LocalFigures {
  const own = Object.entries(claims).map(([claim, day]) => [claim, byDay.get(day)!] as const);
  return { ...byDay.get(on)!, ...(own.length ? { forClaims: Object.fromEntries(own) } : {}) };
}

/** What a missing figure is called. */
const TITLES: Readonly<Record<string, Step>> = {
  localAvgMonthlyWage: say('当地上年度职工月平均工资', 'local average monthly wage of last year'),
  localMinMonthlyWage: say('当地最低工资', 'local minimum wage'),
  localAvgAnnualWage: say('当地上年度职工年平均工资', 'local average annual wage of last year'),
  subsidyBase: say('省级一次性补助金基数', 'base of the provincial subsidies'),
  medicalMonths: say('省级一次性工伤医疗补助金月数', 'months of the provincial medical subsidy'),
  employmentMonths: say('省级一次性伤残就业补助金月数', 'months of the provincial employment subsidy'),
  nationalUrbanDisposableIncomePrevYear: say('上年度全国城镇居民人均可支配收入', 'national urban disposable income of last year'),
};

export function titleOfFigure(field: string): Step {
  const calendar = /^holiday calendar (\d{4})$/.exec(field);
  return calendar ? say(`${calendar[1]} 年放假安排`, `holiday arrangement of ${calendar[1]}`) : (TITLES[field] ?? say(field, field));
}

/** The input with its empty local figures filled in from the table; what was given stays. */
export function withLocal(input: Readonly<Record<string, unknown>>, local: LocalFigures): Readonly<Record<string, unknown>> {
  if (!Object.values(input).includes(null)) return input;
  const months = typeof input['grade'] === 'number' ? local.subsidyMonths?.[input['grade']] : undefined;
  const table: Record<string, unknown> = { ...local, medicalMonths: months?.medical, employmentMonths: months?.employment, mode: local.doubleWageLimitation ?? 'per_day' };
  return Object.fromEntries(Object.entries(input).map(([field, value]) => [field, value === null && (field in TITLES || field === 'mode') ? (table[field] ?? null) : value]));
}
