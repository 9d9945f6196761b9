import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { headcount } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

const LIMIT_PCT = 10;

export const dispatchRatioTopic = defineTopic({
  topic: 'dispatch_ratio',
  title: say('劳务派遣用工比例', 'Share of dispatched workers'),
  unit: 'percent',
  source: '劳务派遣暂行规定 Art 4',
  effectiveFrom: '2014-03-01',
  input: z.strictObject({ contractWorkers: headcount, dispatchedWorkers: headcount }),
  evaluate: ({ contractWorkers, dispatchedWorkers }) => {
    const all = contractWorkers + dispatchedWorkers;
    const ratio = all === 0 ? Exact.ZERO : Exact.of(dispatchedWorkers).times(100).over(all);
    const compliant = !ratio.isMoreThan(LIMIT_PCT);
    return {
      value: { ratioPct: ratio.round(), compliant },
      working: [
        say(
          `${dispatchedWorkers} ÷（${contractWorkers} + ${dispatchedWorkers}）= ${ratio}%，${compliant ? '未超过' : '超过'} 10%`,
          `${dispatchedWorkers} ÷ (${contractWorkers} + ${dispatchedWorkers}) = ${ratio}%, ${compliant ? 'within' : 'above'} 10%`,
        ),
      ],
      warnings: [],
    };
  },
});
