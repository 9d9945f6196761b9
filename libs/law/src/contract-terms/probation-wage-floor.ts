import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { localYuan, yuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say } from '../registry/topic.js';

export const probationWageFloorTopic = defineTopic({
  topic: 'probation.wage_floor',
  title: say('试用期最低工资', 'Least wage during probation'),
  unit: 'yuan per month',
  source: '劳动合同法 Art 20; 实施条例 Art 15',
  effectiveFrom: '2008-09-18',
  input: z.strictObject({ contractWage: yuan, localMinMonthlyWage: localYuan }),
  evaluate: ({ contractWage, localMinMonthlyWage }) => {
    const minimum = loaded(localMinMonthlyWage, 'localMinMonthlyWage');
    const share = Exact.of(contractWage).percent(80);
    const floor = Exact.max(share, minimum);
    return {
      value: { floor: floor.round() },
      working: [say(`约定工资 ${contractWage} × 80% = ${share} 元，不得低于最低工资 ${minimum} 元：取 ${floor} 元`, `Contract wage ${contractWage} × 80% = ${share} yuan, not below the minimum wage ${minimum}: ${floor} yuan`)],
      warnings: [say('也可以按本单位相同岗位最低档工资的 80% 主张，取对您有利的标准请咨询律师。', "80% of the employer's lowest wage for the same post is the other measure: ask a lawyer which applies.")],
    };
  },
});
