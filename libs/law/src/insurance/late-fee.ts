import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { yuan } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

export const lateFeeTopic = defineTopic({
  topic: 'late_fee',
  title: say('社会保险费滞纳金', 'Late fee on social-insurance contributions'),
  unit: 'yuan',
  source: '社会保险法 Art 86',
  effectiveFrom: '2011-07-01',
  input: z.strictObject({ arrears: yuan, daysLate: z.int().min(0).max(36_600) }),
  evaluate: ({ arrears, daysLate }) => {
    const fee = Exact.of(arrears).times(daysLate).times(5).over(10_000);
    return {
      value: { lateFee: fee.round() },
      working: [say(`欠缴 ${arrears} × 0.05% × ${daysLate} 天 = ${fee} 元`, `Arrears ${arrears} × 0.05% × ${daysLate} days = ${fee} yuan`)],
      warnings: [say('滞纳金由征收机构收取，不支付给劳动者；补缴请向社保经办机构或者监察部门反映。', 'The fee goes to the collecting authority, not to the worker; for unpaid contributions turn to that authority or the inspectorate.')],
    };
  },
});
