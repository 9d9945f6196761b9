import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { localYuan, months, yuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say, type Step } from '../registry/topic.js';
import { ASK_A_LAWYER } from '../registry/warnings.js';

const MOST_MONTHS = 24;
const EXTRA_MONTHS = 3;

export const noncompeteTopic = defineTopic({
  topic: 'noncompete',
  title: say('竞业限制经济补偿', 'Pay for keeping a non-compete clause'),
  unit: 'yuan',
  source: '劳动合同法 Art 23, 24; 解释一 Art 36, 39',
  effectiveFrom: '2021-01-01',
  input: z.strictObject({
    avgMonthlyWage: yuan,
    localMinMonthlyWage: localYuan,
    /** Null, absent or 0: nothing was agreed. */
    agreedMonthly: yuan.nullish(),
    performedMonths: months,
    employerReleasedEarly: z.boolean(),
  }),
  evaluate: ({ avgMonthlyWage, localMinMonthlyWage, agreedMonthly, performedMonths, employerReleasedEarly }) => {
    const { monthly, step } = monthlyPay(avgMonthlyWage, localMinMonthlyWage, agreedMonthly);
    const paidMonths = Math.min(performedMonths, MOST_MONTHS);
    const performed = monthly.times(paidMonths);
    const extra = employerReleasedEarly ? monthly.times(EXTRA_MONTHS) : Exact.ZERO;
    const total = performed.plus(extra);
    return {
      value: { monthly: monthly.round(), performedPay: performed.round(), releaseExtra: extra.round(), total: total.round() },
      working: [
        step,
        say(
          `已履行 ${performedMonths} 个月${performedMonths > MOST_MONTHS ? '，最长按 24 个月' : ''}：${monthly} × ${paidMonths} = ${performed} 元`,
          `${performedMonths} months kept${performedMonths > MOST_MONTHS ? ', at most 24 count' : ''}: ${monthly} × ${paidMonths} = ${performed} yuan`,
        ),
        ...(employerReleasedEarly ? [say(`用人单位提前解除，额外支付三个月：${monthly} × 3 = ${extra} 元`, `The employer ended it early, three more months: ${monthly} × 3 = ${extra} yuan`)] : []),
        say(`合计 ${total} 元`, `Total ${total} yuan`),
      ],
      warnings: [ASK_A_LAWYER],
    };
  },
});

/** What is agreed; else 30% of the average wage, and not less than the minimum wage. */
function monthlyPay(average: number, minimum: number | null | undefined, agreed: number | null | undefined): { monthly: Exact; step: Step } {
  if (agreed) {
    const monthly = Exact.of(agreed);
    return { monthly, step: say(`按约定每月 ${monthly} 元`, `${monthly} yuan a month as agreed`) };
  }
  const floor = loaded(minimum, 'localMinMonthlyWage');
  const share = Exact.of(average).percent(30);
  const monthly = Exact.max(share, floor);
  return { monthly, step: say(`未约定补偿：月平均工资 ${average} × 30% = ${share} 元，不低于最低工资 ${floor} 元，按 ${monthly} 元`, `Nothing agreed: average wage ${average} × 30% = ${share} yuan, not below the minimum wage ${floor}: ${monthly} yuan`) };
}
