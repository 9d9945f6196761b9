import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { months, yuan } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

/** Longest probation by the term of the contract: from so many months on, so many months. */
const LIMITS = [
  { from: 36, months: 6 },
  { from: 12, months: 2 },
  { from: 3, months: 1 },
  { from: 0, months: 0 },
] as const;

export const probationTopic = defineTopic({
  topic: 'probation',
  title: say('试用期上限与违法试用期赔偿金', 'Limit of probation and damages for unlawful probation'),
  unit: 'yuan',
  source: '劳动合同法 Art 19, 83',
  effectiveFrom: '2008-01-01',
  input: z.strictObject({
    contractMonths: months.nullish(),
    agreedProbationMonths: months,
    servedProbationMonths: months,
    wageAfterProbation: yuan,
  }),
  evaluate: ({ contractMonths, agreedProbationMonths, servedProbationMonths, wageAfterProbation }) => {
    const openEnded = contractMonths === null || contractMonths === undefined;
    const limit = openEnded ? 6 : LIMITS.find((l) => l.from <= contractMonths)!.months;
    const lawful = agreedProbationMonths <= limit;
    const beyond = Exact.max(0, Exact.of(servedProbationMonths).minus(limit));
    const damages = beyond.times(wageAfterProbation);
    return {
      value: { maxProbationMonths: limit, lawful, illegalMonthsServed: beyond.round(), damages: damages.round() },
      working: [
        openEnded
          ? say(`无固定期限合同，试用期最长 ${limit} 个月`, `Open-ended contract: at most ${limit} months of probation`)
          : say(`合同期 ${contractMonths} 个月，试用期最长 ${limit} 个月`, `A contract of ${contractMonths} months: at most ${limit} months of probation`),
        lawful
          ? say(`约定 ${agreedProbationMonths} 个月，未超过上限`, `${agreedProbationMonths} months agreed: within the limit`)
          : say(`约定 ${agreedProbationMonths} 个月，超过上限，违法`, `${agreedProbationMonths} months agreed: unlawful, beyond the limit`),
        say(
          `已履行 ${servedProbationMonths} 个月，超出 ${beyond} 个月 × 试用期满后月工资 ${wageAfterProbation} = ${damages} 元`,
          `${servedProbationMonths} months served, ${beyond} beyond the limit × ${wageAfterProbation}, the wage after probation = ${damages} yuan`,
        ),
      ],
      warnings: [
        say('以完成一定工作任务为期限的合同不得约定试用期；同一单位与同一劳动者只能约定一次。', 'A contract for a certain task allows no probation; one employer may agree it with one worker only once.'),
      ],
    };
  },
});
