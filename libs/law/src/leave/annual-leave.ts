import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { days, years, yuan } from '../registry/inputs.js';
import { defineTopic, say, type Step } from '../registry/topic.js';
import { LOCAL_RULES_DIFFER } from '../registry/warnings.js';
import { annualLeaveBand } from './annual-leave-days.js';

type Basis = 'full_year' | 'new_hire' | 'termination';

/** Pay for untaken days: 300% of the daily wage, of which 100% was paid as wage already, so 200% on top. */
export const annualLeaveTopic = defineTopic({
  topic: 'annual_leave',
  title: say('未休年休假工资', 'Pay for untaken annual leave'),
  unit: 'yuan',
  source: '职工带薪年休假条例 Art 3, 5; 企业职工带薪年休假实施办法 Art 5, 10-12',
  effectiveFrom: '2008-09-18',
  input: z
    .strictObject({
      cumulativeYears: years,
      avgMonthlyWageExclOvertime: yuan,
      basis: z.enum(['full_year', 'new_hire', 'termination']),
      calendarDays: days.nullish(),
      usedDays: days,
      workerWaivedInWriting: z.boolean(),
    })
    .refine((i) => i.basis === 'full_year' || typeof i.calendarDays === 'number', 'calendarDays is needed unless the basis is full_year'),
  evaluate: ({ cumulativeYears, avgMonthlyWageExclOvertime, basis, calendarDays, usedDays, workerWaivedInWriting }) => {
    const statutory = annualLeaveBand(cumulativeYears)?.days ?? 0;
    const entitled = basis === 'full_year' ? statutory : Exact.of(statutory).times(calendarDays!).over(365).floor();
    const owed = Exact.max(0, Exact.of(entitled).minus(usedDays));
    const daily = Exact.of(avgMonthlyWageExclOvertime).over(21.75);
    const paidDays = workerWaivedInWriting ? Exact.ZERO : owed;
    const extra = daily.times(paidDays).percent(200);
    const whole = daily.times(paidDays).percent(300);
    return {
      value: { statutoryDays: statutory, entitledDays: entitled, owedDays: owed.round(), extraPay200: extra.round(), payAt300: whole.round() },
      working: [
        say(`累计工作 ${cumulativeYears} 年，法定年休假 ${statutory} 天`, `${cumulativeYears} years of work in all: ${statutory} days by law`),
        ...entitledStep(basis, statutory, calendarDays, entitled),
        say(`应休 ${entitled} − 已休 ${usedDays}，未休 ${owed} 天（多休不扣回）`, `${entitled} entitled − ${usedDays} taken: ${owed} days untaken (days over-taken are not clawed back)`),
        workerWaivedInWriting
          ? say('因本人原因书面提出不休的，只发正常工资，没有额外报酬', 'Declined in writing for own reasons: normal pay only, nothing extra')
          : say(
              `日工资 ${avgMonthlyWageExclOvertime} ÷ 21.75 ≈ ${daily} 元；${daily} × ${owed} × 200% = ${extra} 元（连同已发的正常工资为 300%，即 ${whole} 元）`,
              `Daily wage ${avgMonthlyWageExclOvertime} ÷ 21.75 ≈ ${daily} yuan; × ${owed} × 200% = ${extra} yuan (300% with the normal pay already received, ${whole} yuan)`,
            ),
      ],
      warnings: [say('是否适用一年时效、从何时起算，各地做法不同。', 'Whether and from when the one-year limitation runs differs from place to place.'), LOCAL_RULES_DIFFER],
    };
  },
});

function entitledStep(basis: Basis, statutory: number, calendarDays: number | null | undefined, entitled: number): Step[] {
  if (basis === 'full_year') return [];
  const [zh, en] = basis === 'new_hire' ? ['入职当年剩余', 'left in the year of hiring'] : ['离职当年已过', 'gone in the year of leaving'];
  return [say(`${zh} ${calendarDays} 天 ÷ 365 × ${statutory} 天，不足一天不计：${entitled} 天`, `${calendarDays} days ${en} ÷ 365 × ${statutory}, parts of a day left out: ${entitled} days`)];
}
