import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { localYuan, yuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say } from '../registry/topic.js';

export const minWageShortfallTopic = defineTopic({
  topic: 'min_wage_shortfall',
  title: say('低于最低工资的差额', 'Shortfall under the minimum wage'),
  unit: 'yuan',
  source: '劳动合同法 Art 85; 最低工资规定 Art 12-13',
  effectiveFrom: '2008-01-01',
  input: z.strictObject({ paidMonthly: z.array(yuan).max(600), localMinMonthlyWage: localYuan }),
  evaluate: ({ paidMonthly, localMinMonthlyWage }) => {
    const minimum = Exact.of(loaded(localMinMonthlyWage, 'localMinMonthlyWage'));
    const gaps = paidMonthly.map((paid) => Exact.max(0, minimum.minus(paid)));
    const shortfall = Exact.sum(gaps);
    return {
      value: { shortfall: shortfall.round() },
      working: [
        ...paidMonthly.map((paid, i) => say(`第 ${i + 1} 个月：最低工资 ${minimum} − 实发 ${paid}，差 ${gaps[i]} 元`, `Month ${i + 1}: minimum ${minimum} − paid ${paid}, short by ${gaps[i]} yuan`)),
        say(`差额合计 ${shortfall} 元`, `Shortfall ${shortfall} yuan`),
      ],
      warnings: [
        say('比较前应从实发工资中剔除加班费、特殊工作环境津贴和法定福利。', 'Take overtime pay, special-condition allowances and statutory welfare out of the pay before comparing.'),
      ],
    };
  },
});
