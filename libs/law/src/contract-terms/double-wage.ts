import { z } from 'zod';
import { addDays, addMonths, type CivilDate } from '../dates/civil-date.js';
import { Exact } from '../money/exact.js';
import { civilDate, yuan } from '../registry/inputs.js';
import { defineTopic, say, type Outcome, type Step } from '../registry/topic.js';
import { serviceOf } from '../termination/service.js';

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
      partialMonthWorkdays: z.number().min(0).max(31),
    })
    .refine((i) => !i.endDate || i.hireDate <= i.endDate, 'endDate must not be before hireDate'),
  evaluate: ({ hireDate, signDate, endDate, monthlyWage, partialMonthWorkdays }): Outcome<SecondWage> => {
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
    const forDays = oddDays ? Exact.min(monthlyWage, Exact.of(monthlyWage).over(21.75).times(partialMonthWorkdays)) : Exact.ZERO;
    const total = forMonths.plus(forDays);
    return {
      value: { fromDate: from, toDate: to, wholeMonths: months, secondWage: total.round() },
      working: [
        say(`${hireDate} 入职，满一个月的次日 ${from} 起算`, `Hired on ${hireDate}: counted from ${from}, the day after one month`),
        endStep(hireDate, signDate ?? null, to),
        say(`满 ${months} 个月 × ${monthlyWage} = ${forMonths} 元`, `${months} whole months × ${monthlyWage} = ${forMonths} yuan`),
        ...(oddDays
          ? [say(`不满一个月的部分：${monthlyWage} ÷ 21.75 × ${partialMonthWorkdays} 个工作日 = ${forDays} 元（以一个月工资为限）`, `The part month: ${monthlyWage} ÷ 21.75 × ${partialMonthWorkdays} working days = ${forDays} yuan (at most one month's wage)`)]
          : []),
        say(`差额合计 ${total} 元，不含已付的正常工资`, `Second wage ${total} yuan, besides the ordinary pay`),
      ],
      warnings: [GENERAL_LIMITATION],
    };
  },
});

function endStep(hireDate: CivilDate, signDate: CivilDate | null, to: CivilDate): Step {
  if (signDate && to === addDays(signDate, -1)) return say(`${signDate} 签订合同，计至前一日 ${to}`, `Signed on ${signDate}: counted to ${to}, the day before`);
  if (to === addDays(addMonths(hireDate, 12), -1)) {
    return say(`满一年视为已订立无固定期限合同，计至 ${to}，最多十一个月`, `After a year an open-ended contract is deemed concluded: counted to ${to}, eleven months at most`);
  }
  return say(`计至劳动关系最后一日 ${to}`, `Counted to ${to}, the last day of employment`);
}
