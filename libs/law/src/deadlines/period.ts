import { z } from 'zod';
import { addDays, addMonths, type CivilDate } from '../dates/civil-date.js';
import { addWorkingDays, calendarKnown, rollOver } from '../dates/holiday-calendar.js';
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

/** Said where a date rests on a holiday arrangement that has not been announced. */
export const PROVISIONAL: Step = {
  zh: '该年度的放假安排尚未公布，最后一日为暂定。',
  en: 'The holiday arrangement of that year is not announced yet; the last day is provisional.',
};

/** Counts a period from the day after `start` (民法典 Art 200-203). Working-day periods do not roll. */
export function countPeriod(start: CivilDate, n: number, unit: PeriodUnit): Outcome<DueDate> {
  const rawDate = rawEnd(start, n, unit);
  const dueDate = unit === 'working_day' ? rawDate : rollOver(rawDate);
  const working: Step[] = [
    { zh: `自 ${start} 的次日起算 ${n}${UNIT[unit].zh}，至 ${rawDate}`, en: `${n} ${UNIT[unit].en} counted from the day after ${start} end on ${rawDate}` },
  ];
  if (dueDate !== rawDate) working.push({ zh: `${rawDate} 是休息日，顺延至 ${dueDate}`, en: `${rawDate} is a day off, so the period ends on ${dueDate}` });
  return { value: { rawDate, dueDate }, working, warnings: calendarKnown(dueDate) ? [] : [PROVISIONAL] };
}

function rawEnd(start: CivilDate, n: number, unit: PeriodUnit): CivilDate {
  switch (unit) {
    case 'day':
      return addDays(start, n);
    case 'working_day':
      return addWorkingDays(start, n);
    case 'month':
      return addMonths(start, n);
    case 'year':
      return addMonths(start, 12 * n);
  }
}

export const periodTopic = defineTopic({
  topic: 'deadline.period',
  title: { zh: '期间计算', en: 'Counting a period' },
  unit: 'date',
  source: '民法典 Art 200-203; 办案规则 Art 80',
  effectiveFrom: '2021-01-01',
  input: z.strictObject({ startDate: civilDate, n: z.int().min(1).max(1000), unit: periodUnit }),
  evaluate: ({ startDate, n, unit }) => countPeriod(startDate, n, unit),
});
