import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { months, yuan } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

/** What a worker owes at most for leaving before the end of a service period paid for by training. */
export const serviceBondTopic = defineTopic({
  topic: 'service_bond',
  title: say('服务期违约金上限', 'Limit of the penalty for leaving a service period'),
  unit: 'yuan',
  source: '劳动合同法 Art 22; 实施条例 Art 16, 26',
  effectiveFrom: '2008-09-18',
  input: z.strictObject({ trainingCost: yuan, agreedPenalty: yuan, serviceMonths: months.refine((n) => n > 0, 'must be more than 0'), servedMonths: months }),
  evaluate: ({ trainingCost, agreedPenalty, serviceMonths, servedMonths }) => {
    const unserved = Exact.max(0, Exact.of(serviceMonths).minus(servedMonths));
    const most = Exact.of(trainingCost).times(unserved).over(serviceMonths);
    const payable = Exact.min(most, agreedPenalty);
    return {
      value: { statutoryMax: most.round(), payable: payable.round() },
      working: [
        say(`培训费 ${trainingCost} × 未履行 ${unserved} ÷ 服务期 ${serviceMonths} 个月 = ${most} 元`, `Training cost ${trainingCost} × ${unserved} unserved ÷ ${serviceMonths} months = ${most} yuan`),
        say(`与约定违约金 ${agreedPenalty} 元相比取较低的：${payable} 元`, `The lower of it and the agreed ${agreedPenalty} yuan: ${payable} yuan`),
      ],
      warnings: [say('因用人单位过错依照劳动合同法第三十八条解除的，不支付违约金。', "Nothing is owed when the worker leaves for the employer's fault under Art 38 of the Labour Contract Law.")],
    };
  },
});
