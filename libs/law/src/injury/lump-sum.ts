import { z } from 'zod';
import { disabilityGrade, localYuan, yuan } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';
import { injuryBaseWage } from './base-wage.js';
import { gradeOf } from './grades.js';

export const injuryLumpSumTopic = defineTopic({
  topic: 'injury.lump_sum',
  title: say('一次性伤残补助金', 'One-off disability allowance'),
  unit: 'yuan',
  source: '工伤保险条例 Art 35-37, 64',
  effectiveFrom: '2011-01-01',
  input: z.strictObject({ grade: disabilityGrade, ownMonthlyWage: yuan, localAvgMonthlyWage: localYuan }),
  evaluate: ({ grade, ownMonthlyWage, localAvgMonthlyWage }) => {
    const { base, step } = injuryBaseWage(ownMonthlyWage, localAvgMonthlyWage);
    const months = gradeOf(grade).lumpSumMonths;
    const amount = base.times(months);
    return {
      value: { baseWage: base.round(), months, amount: amount.round() },
      working: [step, say(`${grade} 级伤残 ${months} 个月：${base} × ${months} = ${amount} 元`, `Grade ${grade}: ${months} months, ${base} × ${months} = ${amount} yuan`)],
      warnings: [say('由工伤保险基金支付；未参保的由用人单位按同一标准支付。', 'The fund pays; an employer who has not insured pays by the same standard.')],
    };
  },
});
