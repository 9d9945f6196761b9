import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { localYuan, months, yuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say } from '../registry/topic.js';

export const sickPayTopic = defineTopic({
  topic: 'sick_pay',
  title: say('病假工资的最低标准', 'Floor of sick pay'),
  unit: 'yuan',
  source: '劳部发〔1995〕309号 Art 59',
  effectiveFrom: '1995-08-04',
  certainty: 'secondary',
  input: z.strictObject({ localMinMonthlyWage: localYuan, paidMonthly: yuan, months }),
  evaluate: ({ localMinMonthlyWage, paidMonthly, months: sickMonths }) => {
    const minimum = loaded(localMinMonthlyWage, 'localMinMonthlyWage');
    const floor = Exact.of(minimum).percent(80);
    const gap = Exact.max(0, floor.minus(paidMonthly));
    const total = gap.times(sickMonths);
    return {
      value: { floorMonthly: floor.round(), shortfallMonthly: gap.round(), shortfallTotal: total.round() },
      working: [
        say(`当地最低工资 ${minimum} × 80% = ${floor} 元`, `Local minimum wage ${minimum} × 80% = ${floor} yuan`),
        say(`每月实发 ${paidMonthly} 元，少发 ${gap} 元；× ${sickMonths} 个月 = ${total} 元`, `${paidMonthly} yuan paid a month, short by ${gap} yuan; × ${sickMonths} months = ${total} yuan`),
      ],
      warnings: [
        say('这是全国最低标准；合同、集体合同或者省级规定更高的从其规定。', 'This is the national floor: a contract, a collective contract or a provincial rule may give more.'),
      ],
    };
  },
});
