import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { months, yuan } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

/** Months of pay while being treated; as long again if the appraisal committee confirms it. */
export const STAY_MONTHS = 12;

export const injuryStayPayTopic = defineTopic({
  topic: 'injury.stay_pay',
  title: say('停工留薪期工资', 'Wage while treated for the injury'),
  unit: 'yuan',
  source: '工伤保险条例 Art 33',
  effectiveFrom: '2011-01-01',
  input: z.strictObject({ monthlyWage: yuan, months, extensionConfirmed: z.boolean() }),
  evaluate: ({ monthlyWage, months: asked, extensionConfirmed }) => {
    const limit = extensionConfirmed ? 2 * STAY_MONTHS : STAY_MONTHS;
    const payableMonths = Math.min(asked, limit);
    const amount = Exact.of(monthlyWage).times(payableMonths);
    return {
      value: { payableMonths, amount: amount.round(), payer: 'employer' as const },
      working: [
        say(
          `停工 ${asked} 个月，${extensionConfirmed ? '经鉴定委员会确认延长，' : ''}最长 ${limit} 个月：计 ${payableMonths} 个月`,
          `${asked} months away from work, at most ${limit}${extensionConfirmed ? ' as the committee confirmed an extension' : ''}: ${payableMonths} months count`,
        ),
        say(`原工资福利待遇不变：${monthlyWage} × ${payableMonths} = ${amount} 元，由用人单位按月支付`, `Original wage and benefits: ${monthlyWage} × ${payableMonths} = ${amount} yuan, paid monthly by the employer`),
      ],
      warnings: [say('停工留薪期须有医疗证明，评定伤残等级后停发。', 'It needs a medical certificate and ends when the disability is graded.')],
    };
  },
});
