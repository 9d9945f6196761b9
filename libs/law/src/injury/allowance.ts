import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { disabilityGrade, localYuan, yuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say, type Outcome } from '../registry/topic.js';
import { injuryBaseWage } from './base-wage.js';
import { gradeOf } from './grades.js';

interface Allowance {
  readonly monthly: number;
  readonly payer: 'fund' | 'employer' | null;
}

const none = (zh: string, en: string): Outcome<Allowance> => ({ value: { monthly: 0, payer: null }, working: [say(zh, en)], warnings: [] });

export const injuryAllowanceTopic = defineTopic({
  topic: 'injury.allowance',
  title: say('伤残津贴', 'Monthly disability allowance'),
  unit: 'yuan per month',
  source: '工伤保险条例 Art 35, 36, 64',
  effectiveFrom: '2011-01-01',
  input: z.strictObject({
    grade: disabilityGrade,
    ownMonthlyWage: yuan,
    localAvgMonthlyWage: localYuan,
    localMinMonthlyWage: localYuan,
    suitableWorkArranged: z.boolean(),
  }),
  evaluate: ({ grade, ownMonthlyWage, localAvgMonthlyWage, localMinMonthlyWage, suitableWorkArranged }): Outcome<Allowance> => {
    const { allowancePct, allowancePayer } = gradeOf(grade);
    if (allowancePayer === null) return none(`${grade} 级伤残没有按月的伤残津贴`, `Grade ${grade} brings no monthly allowance`);
    if (allowancePayer === 'employer' && suitableWorkArranged) {
      return none('用人单位已安排适当工作，不发伤残津贴', 'The employer arranged suitable work: no allowance');
    }
    const floor = loaded(localMinMonthlyWage, 'localMinMonthlyWage');
    const { base, step } = injuryBaseWage(ownMonthlyWage, localAvgMonthlyWage);
    const share = base.percent(allowancePct);
    const monthly = Exact.max(share, floor);
    const payer = allowancePayer === 'fund' ? say('工伤保险基金', 'the fund') : say('用人单位', 'the employer');
    return {
      value: { monthly: monthly.round(), payer: allowancePayer },
      working: [
        step,
        say(`${grade} 级 ${base} × ${allowancePct}% = ${share} 元`, `Grade ${grade}: ${base} × ${allowancePct}% = ${share} yuan`),
        share.isLessThan(floor)
          ? say(`低于最低工资，由${payer.zh}补足至每月 ${monthly} 元`, `Below the minimum wage: ${payer.en} tops it up to ${monthly} yuan a month`)
          : say(`由${payer.zh}按月支付 ${monthly} 元`, `${monthly} yuan a month, paid by ${payer.en}`),
      ],
      warnings: [say('扣除个人缴纳社保费后的实际金额以及以后的调整，以当地规定为准。', 'Net amounts after contributions and later adjustments follow local rules.')],
    };
  },
});
