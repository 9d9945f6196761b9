import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { localYuan, yuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say } from '../registry/topic.js';

/** What economic compensation is counted on, before the cap of three local averages (that is part of `severance`). */
export const avgWageTopic = defineTopic({
  topic: 'avg_wage',
  title: say('解除前十二个月的月平均工资', 'Average monthly wage of the twelve months before the end'),
  unit: 'yuan per month',
  source: '劳动合同法 Art 47(3); 实施条例 Art 27',
  effectiveFrom: '2008-09-18',
  input: z.strictObject({ monthlyWages: z.array(yuan).min(1).max(12), localMinMonthlyWage: localYuan }),
  evaluate: ({ monthlyWages, localMinMonthlyWage }) => {
    const floor = loaded(localMinMonthlyWage, 'localMinMonthlyWage');
    const sum = Exact.sum(monthlyWages);
    const average = sum.over(monthlyWages.length);
    const base = Exact.max(average, floor);
    return {
      value: { averageWage: average.round(), baseForCompensation: base.round() },
      working: [
        say(`应得工资合计 ${sum} ÷ ${monthlyWages.length} 个月 = ${average} 元`, `Gross wages ${sum} ÷ ${monthlyWages.length} months = ${average} yuan`),
        average.isLessThan(floor)
          ? say(`低于当地最低工资，按 ${floor} 元计`, `Below the local minimum wage: ${floor} yuan counts`)
          : say(`不低于当地最低工资 ${floor} 元，按实际平均工资计`, `Not below the local minimum wage of ${floor} yuan: the average counts`),
      ],
      warnings: [
        say('应得工资包括计时或者计件工资、奖金、津贴和补贴，按税前计算。', 'Wages are gross and include time or piece pay, bonuses, allowances and subsidies.'),
      ],
    };
  },
});
