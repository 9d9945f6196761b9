import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { localYuan, yuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say } from '../registry/topic.js';

/** How much of a month's wage may be kept for a loss the worker caused. */
export const wageDeductionTopic = defineTopic({
  topic: 'wage_deduction',
  title: say('赔偿损失的每月最高扣款', 'Most that may be deducted a month for a loss'),
  unit: 'yuan per month',
  source: '工资支付暂行规定 Art 16',
  effectiveFrom: '1995-01-01',
  input: z.strictObject({ monthlyWage: yuan, lossClaimed: yuan, localMinMonthlyWage: localYuan }),
  evaluate: ({ monthlyWage, lossClaimed, localMinMonthlyWage }) => {
    const wage = Exact.of(monthlyWage);
    const minimum = loaded(localMinMonthlyWage, 'localMinMonthlyWage');
    const fifth = wage.percent(20);
    const aboveMinimum = Exact.max(0, wage.minus(minimum));
    const most = Exact.min(lossClaimed, fifth, aboveMinimum);
    const net = wage.minus(most);
    return {
      value: { maxMonthlyDeduction: most.round(), netMin: net.round() },
      working: [
        say(`当月工资的 20%：${fifth} 元；扣后不得低于最低工资：${wage} − ${minimum}，至多 ${aboveMinimum} 元`, `20% of the wage: ${fifth} yuan; the rest must not fall below the minimum wage: ${wage} − ${minimum}, at most ${aboveMinimum} yuan`),
        say(`取损失 ${lossClaimed} 元与两者中最小的：每月最多扣 ${most} 元，至少发 ${net} 元`, `The least of these and the loss of ${lossClaimed} yuan: at most ${most} yuan a month, at least ${net} yuan is paid out`),
      ],
      warnings: [say('损失和扣款依据由用人单位证明；没有合同或者法律依据不得扣款。', 'The employer proves the loss and the basis; without a basis in contract or law nothing may be deducted.')],
    };
  },
});
