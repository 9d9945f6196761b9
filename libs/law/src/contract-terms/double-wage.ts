import { z } from 'zod';
import { addDays, addMonths, type CivilDate } from '../dates/civil-date.js';
import { unknownYears, type Calendars } from '../dates/holiday-calendar.js';
import { workingDaysBetween } from '../dates/working-days.js';
import { Exact } from '../money/exact.js';
import { civilDate, yuan } from '../registry/inputs.js';
import { NotLoaded } from '../registry/not-loaded.js';
import { defineTopic, say, type Outcome, type Step } from '../registry/topic.js';
import { serviceOf } from '../termination/service.js';

const MOST_MONTHS = 11;
const GENERAL_LIMITATION = say(
  '二倍工资差额不是劳动报酬，适用一年仲裁时效；起算方法各地不同。',
  'The second wage is not pay for work: the general limitation of one year applies, counted differently from place to place.',
);

/** From when to when a second wage is due; both null when there is no such day. */
export function doubleWagePeriod(hireDate: CivilDate, signDate: CivilDate | null, endDate: CivilDate | null): { from: CivilDate; to: CivilDate } | null {
  const from = addMonths(hireDate, 1);
  const ends = [addDays(addMonths(hireDate, 12), -1), ...(signDate ? [addDays(signDate, -1)] : []), ...(endDate ? [endDate] : [])];
  const to = ends.reduce((earliest, end) => (end < earliest ? end : earliest));
  return to < from ? null : { from, to };
}

interface SecondWage {
  readonly fromDate: CivilDate | null;
  readonly toDate: CivilDate | null;
  readonly wholeMonths: number;
  readonly secondWage: number;
}

/** Only the second wage; the first is ordinary pay. */
export const doubleWageTopic = defineTopic({
  topic: 'double_wage',
  title: say('未订立书面劳动合同的二倍工资差额', 'Second wage for no written contract'),
  unit: 'yuan',
  source: '劳动合同法 Art 10, 82; 实施条例 Art 6, 7; 解释二 Art 6-9',
  effectiveFrom: '2025-09-01',
  input: z
    .strictObject({
      hireDate: civilDate,
      signDate: civilDate.nullish(),
      endDate: civilDate.nullish(),
      monthlyWage: yuan,
      /** Null or absent: counted on the calendar. */
      partialMonthWorkdays: z.number().min(0).max(31).nullish(),
    })
    .refine((i) => !i.endDate || i.hireDate <= i.endDate, 'endDate must not be before hireDate'),
  evaluate: ({ hireDate, signDate, endDate, monthlyWage, partialMonthWorkdays }, calendars): Outcome<SecondWage> => {
    const period = doubleWagePeriod(hireDate, signDate ?? null, endDate ?? null);
    if (!period) {
      const first = addMonths(hireDate, 1);
      return {
        value: { fromDate: null, toDate: null, wholeMonths: 0, secondWage: 0 },
        working: [say(`用工满一个月的次日 ${first} 之前已签合同或者已离职，没有二倍工资`, `Signed or ended before ${first}, the day after one month of work: no second wage`)],
        warnings: [],
      };
    }
    const { from, to } = period;
    const { months, oddDays } = serviceOf(from, to);
    const forMonths = Exact.of(monthlyWage).times(months);
    const workdays = oddDays ? (partialMonthWorkdays ?? knownWorkingDays(addMonths(from, months), to, calendars)) : 0;
    const forDays = Exact.min(monthlyWage, Exact.of(monthlyWage).over(21.75).times(workdays));
    const most = Exact.of(monthlyWage).times(MOST_MONTHS);
    const uncapped = forMonths.plus(forDays);
    // hired on a day that the month after hiring lacks: the first day is moved back, and days are left over beside eleven months
    const total = Exact.min(uncapped, most);
    return {
      value: { fromDate: from, toDate: to, wholeMonths: months, secondWage: total.round() },
      working: [
        say(`${hireDate} 入职，满一个月的次日 ${from} 起算`, `Hired on ${hireDate}: counted from ${from}, the day after one month`),
        endStep(hireDate, signDate ?? null, to),
        say(`满 ${months} 个月 × ${monthlyWage} = ${forMonths} 元`, `${months} whole months × ${monthlyWage} = ${forMonths} yuan`),
        ...(oddDays
          ? [say(`不满一个月的部分：${monthlyWage} ÷ 21.75 × ${workdays} 个工作日 = ${forDays} 元（以一个月工资为限）`, `The part month: ${monthlyWage} ÷ 21.75 × ${workdays} working days = ${forDays} yuan (at most one month's wage)`)]
          : []),
        ...(most.isLessThan(uncapped) ? [say(`最多十一个月：${monthlyWage} × 11 = ${most} 元`, `Eleven months at most: ${monthlyWage} × 11 = ${most} yuan`)] : []),
        say(`差额合计 ${total} 元，不含已付的正常工资`, `Second wage ${total} yuan, besides the ordinary pay`),
      ],
      warnings: [GENERAL_LIMITATION],
    };
  },
});

/** @throws NotLoaded for a year whose holidays nobody announced */
function knownWorkingDays(from: CivilDate, to: CivilDate, calendars: Calendars): number {
  const unknown = unknownYears(from, to, calendars);
  if (unknown.length) throw new NotLoaded(unknown.map((year) => `holiday calendar ${year}`));
  return workingDaysBetween(from, to, calendars);
}

function endStep(hireDate: CivilDate, signDate: CivilDate | null, to: CivilDate): Step {
  if (signDate && to === addDays(signDate, -1)) return say(`${signDate} 签订合同，计至前一日 ${to}`, `Signed on ${signDate}: counted to ${to}, the day before`);
  if (to === addDays(addMonths(hireDate, 12), -1)) {
    return say(`满一年视为已订立无固定期限合同，计至 ${to}，最多十一个月`, `After a year an open-ended contract is deemed concluded: counted to ${to}, eleven months at most`);
  }
  return say(`计至劳动关系最后一日 ${to}`, `Counted to ${to}, the last day of employment`);
}
