import { z } from 'zod';
import { addDays, addMonths, type CivilDate } from '../dates/civil-date.js';
import { addWorkingDays, rollOver, unknownYears, type Calendars } from '../dates/holiday-calendar.js';
import { civilDate } from '../registry/inputs.js';
import { defineTopic, type Outcome, type Step } from '../registry/topic.js';

export const periodUnit = z.enum(['day', 'working_day', 'month', 'year']);
export type PeriodUnit = z.infer<typeof periodUnit>;

export interface DueDate {
  /** Before rolling: the safe date to show. */
  readonly rawDate: CivilDate;
  /** The legal last day. */
  readonly dueDate: CivilDate;
}

const UNIT: Record<PeriodUnit, Step> = {
  day: { zh: '日', en: 'calendar days' },
  working_day: { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
};

/** Said where a date rests on holiday arrangements that are not known: only weekends were looked at. */
export function provisional(years: readonly string[]): Step[] {
  return years.map((year) => ({
    zh: `${year} 年的放假安排尚未公布或者没有录入，只按周末推算，最后一日为暂定。`,
    en: `The holiday calendar of ${year} is not published or not loaded: only weekends were counted, and the last day is provisional.`,
  }));
}

/** Counts a period from the day after `start` (民法典 Art 200-203). Working-day periods do not roll. */
export function countPeriod(start: CivilDate, n: number, unit: PeriodUnit, calendars: Calendars): Outcome<DueDate> {
  const rawDate = rawEnd(start, n, unit, calendars);
  const dueDate = unit === 'working_day' ? rawDate : rollOver(rawDate, calendars);
  const working: Step[] = [
    n === 0 ? { zh: `期间为零，最后一日就是 ${start}`, en: `Nothing is counted: ${start} itself is the last day` } : { zh: `自 ${start} 的次日起算 ${n}${UNIT[unit].zh}，至 ${rawDate}`, en: `${n} ${UNIT[unit].en} counted from the day after ${start} end on ${rawDate}` },
  ];
  if (dueDate !== rawDate) working.push({ zh: `${rawDate} 是休息日，顺延至 ${dueDate}`, en: `${rawDate} is a day off, so the period ends on ${dueDate}` });
  // working days look at every day on the way, other periods only at their end
  const unknown = unknownYears(unit === 'working_day' ? addDays(start, 1) : rawDate, dueDate, calendars);
  return { value: { rawDate, dueDate }, working, warnings: provisional(unknown) };
}

function rawEnd(start: CivilDate, n: number, unit: PeriodUnit, calendars: Calendars): CivilDate {
  switch (unit) {
    case 'day':
      return addDays(start, n);
    case 'working_day':
      return addWorkingDays(start, n, calendars);
    case 'month':
      return addMonths(start, n);
    case 'year':
      return addMonths(start, 12 * n);
  }
}

const LONGEST: Readonly<Record<PeriodUnit, number>> = { day: 100_000, working_day: 10_000, month: 3_000, year: 250 };

/** Of n = 0 the day it starts from is the last one: it rolls over days off, but not where working days are counted. */
export const periodTopic = defineTopic({
  topic: 'deadline.period',
  title: { zh: '期间计算', en: 'Counting a period' },
  unit: 'date',
  source: '民法典 Art 200-203; 办案规则 Art 80',
  effectiveFrom: '2021-01-01',
  input: z
    .strictObject({ startDate: civilDate, n: z.int().min(0), unit: periodUnit })
    .refine((i) => i.n <= LONGEST[i.unit], { path: ['n'], message: 'ends beyond any calendar' }),
  evaluate: ({ startDate, n, unit }, calendars) => countPeriod(startDate, n, unit, calendars),
});
