import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { yuan } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

/** Due only after the labour authority ordered payment by a date and the employer did not obey. */
export const wageSurchargeTopic = defineTopic({
  topic: 'wage_surcharge',
  title: say('逾期不支付的加付赔偿金', 'Surcharge on pay ordered and not paid'),
  unit: 'yuan',
  source: '劳动合同法 Art 85; 劳动保障监察条例 Art 26; 解释一 Art 1',
  effectiveFrom: '2008-01-01',
  input: z.strictObject({ amountDue: yuan, orderIssued: z.boolean(), paidWithinOrder: z.boolean() }),
  evaluate: ({ amountDue, orderIssued, paidWithinOrder }) => {
    const due = Exact.of(amountDue);
    const disobeyed = orderIssued && !paidWithinOrder;
    const least = disobeyed ? due.percent(50) : Exact.ZERO;
    const most = disobeyed ? due : Exact.ZERO;
    const total = paidWithinOrder ? Exact.ZERO : due.plus(most);
    return {
      value: { surchargeMin: least.round(), surchargeMax: most.round(), totalMax: total.round() },
      working: [
        disobeyed
          ? say(`责令限期支付后仍未支付：${due} × 50% 至 100% = ${least} 至 ${most} 元`, `Ordered to pay by a date and not obeyed: ${due} × 50% to 100% = ${least} to ${most} yuan`)
          : paidWithinOrder
            ? say('已在责令的期限内支付，没有加付赔偿金', 'Paid within the time ordered: no surcharge')
            : say('劳动行政部门尚未责令限期支付，没有加付赔偿金', 'The labour authority has not ordered payment yet: no surcharge'),
        say(`连同应付金额最高 ${total} 元`, `With the amount due, at most ${total} yuan`),
      ],
      warnings: orderIssued ? [] : [say('先向劳动保障监察投诉，责令限期支付后才能主张加付赔偿金。', 'Complain to the labour inspectorate first: the surcharge needs its order.')],
    };
  },
});
