import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { localYuan } from '../registry/inputs.js';
import { loaded } from '../registry/not-loaded.js';
import { defineTopic, say, type Outcome } from '../registry/topic.js';

const SHARE_PCT = { full: 50, most: 40, partial: 30 } as const;
const DEPENDENCY = { full: say('生活完全不能自理', 'full dependence'), most: say('生活大部分不能自理', 'dependence in most things'), partial: say('生活部分不能自理', 'partial dependence') };

interface Nursing {
  readonly monthly: number;
  readonly payer: 'fund' | null;
}

export const injuryNursingTopic = defineTopic({
  topic: 'injury.nursing',
  title: say('生活护理费', 'Nursing allowance'),
  unit: 'yuan per month',
  source: '工伤保险条例 Art 34',
  effectiveFrom: '2011-01-01',
  input: z.strictObject({ dependency: z.enum(['full', 'most', 'partial', 'none']), localAvgMonthlyWage: localYuan }),
  evaluate: ({ dependency, localAvgMonthlyWage }): Outcome<Nursing> => {
    if (dependency === 'none') {
      return { value: { monthly: 0, payer: null }, working: [say('生活能够自理，没有生活护理费', 'No dependence: no nursing allowance')], warnings: [] };
    }
    const local = loaded(localAvgMonthlyWage, 'localAvgMonthlyWage');
    const monthly = Exact.of(local).percent(SHARE_PCT[dependency]);
    return {
      value: { monthly: monthly.round(), payer: 'fund' },
      working: [
        say(
          `${DEPENDENCY[dependency].zh}：当地月平均工资 ${local} × ${SHARE_PCT[dependency]}% = ${monthly} 元`,
          `${DEPENDENCY[dependency].en}: local average wage ${local} × ${SHARE_PCT[dependency]}% = ${monthly} yuan`,
        ),
      ],
      warnings: [say('须经劳动能力鉴定委员会确认；未参保的由用人单位支付。', 'The appraisal committee must confirm it; an employer who has not insured pays.')],
    };
  },
});
