import { z } from 'zod';
import { addMonths } from '../dates/civil-date.js';
import { Exact } from '../money/exact.js';
import { civilDate, yuan } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';
import { LOCAL_RULES_DIFFER } from '../registry/warnings.js';
import { serviceOf } from '../termination/service.js';

const NOTHING_LEFT = { months: 0, oddDays: false };

/** What of the second wage is still in time when each day of it expires one year later (`per_day`). */
export const doubleWageLimitationTopic = defineTopic({
  topic: 'double_wage.limitation',
  title: say('二倍工资差额的仲裁时效', 'Limitation of the second wage'),
  unit: 'yuan',
  source: '劳动争议调解仲裁法 Art 27(1); 劳动合同法 Art 82',
  effectiveFrom: '2008-05-01',
  input: z
    .strictObject({ fromDate: civilDate, toDate: civilDate, monthlyWage: yuan, filingDate: civilDate, mode: z.enum(['per_day']) })
    .refine((i) => i.fromDate <= i.toDate, 'toDate must not be before fromDate'),
  evaluate: ({ fromDate, toDate, monthlyWage, filingDate }) => {
    const yearBefore = addMonths(filingDate, -12);
    const claimableFrom = yearBefore > fromDate ? yearBefore : fromDate;
    const { months, oddDays } = claimableFrom > toDate ? NOTHING_LEFT : serviceOf(claimableFrom, toDate);
    const claimable = Exact.of(monthlyWage).times(months);
    return {
      value: { claimableFrom, claimableWholeMonths: months, claimable: claimable.round() },
      working: [
        say(`申请日 ${filingDate} 往前一年为 ${yearBefore}，可主张自 ${claimableFrom} 起的部分`, `One year before the filing on ${filingDate} is ${yearBefore}: what fell due from ${claimableFrom} on can be claimed`),
        claimableFrom > toDate
          ? say(`${toDate} 之前的部分已全部超过一年`, `All of it, to ${toDate}, is more than a year old`)
          : say(`${claimableFrom} 至 ${toDate} 满 ${months} 个月 × ${monthlyWage} = ${claimable} 元`, `${claimableFrom} to ${toDate}: ${months} whole months × ${monthlyWage} = ${claimable} yuan`),
      ],
      warnings: [
        ...(oddDays ? [say('不满一个月的部分按工作日另计，未计入。', 'The part month is counted by its working days and not included.')] : []),
        say('此处每日分别起算一年；有的地方从整个期间结束起算一年。', 'Each day has its own year here; some places count one year from the end of the whole period.'),
        LOCAL_RULES_DIFFER,
      ],
    };
  },
});
