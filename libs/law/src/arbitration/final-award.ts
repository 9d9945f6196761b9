import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { localYuan, yuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say } from '../registry/topic.js';

const ALWAYS = 'labour_standard';
const NEVER = 'other';

/** Each item is tested by itself; one at exactly twelve minimum wages is final. */
export const finalAwardTopic = defineTopic({
  topic: 'final_award',
  title: say('一裁终局', 'Whether an award is final'),
  unit: 'check',
  source: '劳动争议调解仲裁法 Art 47; 办案规则 Art 50; 解释一 Art 18-20',
  effectiveFrom: '2017-07-01',
  input: z.strictObject({
    localMinMonthlyWage: localYuan,
    items: z
      .array(
        z
          .strictObject({ kind: z.string().min(1).max(60), amount: yuan.nullish() })
          .refine((i) => i.kind === ALWAYS || i.kind === NEVER || typeof i.amount === 'number', 'amount is needed for this kind'),
      )
      .max(200),
  }),
  evaluate: ({ localMinMonthlyWage, items }) => {
    const minimum = loaded(localMinMonthlyWage, 'localMinMonthlyWage');
    const threshold = Exact.of(minimum).times(12);
    const isFinal = (kind: string, amount: number | null | undefined) => kind === ALWAYS || (kind !== NEVER && !threshold.isLessThan(amount!));
    const tested = items.map(({ kind, amount }) => ({ kind, amount, final: isFinal(kind, amount) }));
    return {
      value: { threshold: threshold.round(), items: tested.map(({ kind, final }) => ({ kind, final })) },
      working: [
        say(`终局金额：最低工资 ${minimum} × 12 = ${threshold} 元，逐项比较`, `Limit: minimum wage ${minimum} × 12 = ${threshold} yuan, item by item`),
        ...tested.map(({ kind, amount, final }) =>
          kind === ALWAYS
            ? say('执行国家劳动标准的争议：不论金额，终局', 'Carrying out state labour standards: final whatever the amount')
            : kind === NEVER
              ? say('其他请求：非终局', 'Another claim: not final')
              : say(`${kind} ${amount} 元：${final ? '未超过，终局' : '超过，非终局'}`, `${kind}, ${amount} yuan: ${final ? 'within, final' : 'above, not final'}`),
        ),
      ],
      warnings: [say('同一裁决同时有终局和非终局事项的，应分别制作裁决；未分别的按非终局处理。', 'Final and other items need separate awards; one document mixing both counts as not final.')],
    };
  },
});
