import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { disabilityGrade, localYuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say } from '../registry/topic.js';
import { ASK_A_LAWYER } from '../registry/warnings.js';

/** Times the local average annual wage, grades 1 to 10. */
const MULTIPLES = [16, 14, 12, 10, 8, 6, 4, 3, 2, 1] as const;

/** Injury or death with an employer that has no licence, or of a child put to work. */
export const illegalEmployerLumpTopic = defineTopic({
  topic: 'illegal_employer.lump',
  title: say('非法用工一次性赔偿金', 'One-off compensation by an illegal employer'),
  unit: 'yuan',
  source: '工伤保险条例 Art 66; 非法用工单位伤亡人员一次性赔偿办法 Art 5-6',
  effectiveFrom: '2011-01-01',
  input: z
    .strictObject({ grade: disabilityGrade.nullish(), death: z.boolean(), localAvgAnnualWage: localYuan, nationalUrbanDisposableIncomePrevYear: localYuan })
    .refine((i) => i.death || typeof i.grade === 'number', 'grade is needed unless the worker died'),
  evaluate: ({ grade, death, localAvgAnnualWage, nationalUrbanDisposableIncomePrevYear }) => {
    const annual = loaded(localAvgAnnualWage, 'localAvgAnnualWage');
    const multiple = death ? 20 : MULTIPLES[grade! - 1]!;
    const lumpSum = Exact.of(annual).times(multiple);
    const income = death ? loaded(nationalUrbanDisposableIncomePrevYear, 'nationalUrbanDisposableIncomePrevYear') : 0;
    const other = Exact.of(income).times(10);
    const total = lumpSum.plus(other);
    return {
      value: { lumpSum: lumpSum.round(), otherDeathPayment: other.round(), total: total.round() },
      working: [
        death
          ? say(`死亡：当地年平均工资 ${annual} × 20 = ${lumpSum} 元`, `Death: local average annual wage ${annual} × 20 = ${lumpSum} yuan`)
          : say(`${grade} 级：当地年平均工资 ${annual} × ${multiple} = ${lumpSum} 元`, `Grade ${grade}: local average annual wage ${annual} × ${multiple} = ${lumpSum} yuan`),
        ...(death ? [say(`丧葬补助等其他赔偿：上年全国城镇居民人均可支配收入 ${income} × 10 = ${other} 元`, `Funeral and other: national urban income of the year before, ${income} × 10 = ${other} yuan`)] : []),
        say(`合计 ${total} 元`, `Total ${total} yuan`),
      ],
      warnings: [say('治疗期间的费用另行支付。', 'Costs of the treatment come on top.'), ASK_A_LAWYER],
    };
  },
});
