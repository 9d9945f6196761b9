import { z } from 'zod';
import { addMonths, type CivilDate } from '../dates/civil-date.js';
import { rollOver, unknownYears, type Calendars } from '../dates/holiday-calendar.js';
import { provisional } from '../deadlines/period.js';
import { Exact } from '../money/exact.js';
import { civilDate, yuan } from '../registry/inputs.js';
import { defineTopic, say, type Outcome } from '../registry/topic.js';
import { LOCAL_RULES_DIFFER } from '../registry/warnings.js';
import { serviceOf } from '../termination/service.js';

/** `per_day`: each day of it expires a year later. `from_end`: all of it a year after the whole period. */
const mode = z.enum(['per_day', 'from_end']);

interface InTime {
  /** First day whose second wage can still be claimed; null when by `from_end` all of it is too old. */
  readonly claimableFrom: CivilDate | null;
  readonly claimableWholeMonths: number;
  readonly claimable: number;
}

/** What of the second wage is still in time. Which mode applies is local practice. */
export const doubleWageLimitationTopic = defineTopic({
  topic: 'double_wage.limitation',
  title: say('二倍工资差额的仲裁时效', 'Limitation of the second wage'),
  unit: 'yuan',
  source: '劳动争议调解仲裁法 Art 27(1); 劳动合同法 Art 82',
  effectiveFrom: '2008-05-01',
  certainty: 'unverified',
  input: z
    .strictObject({ fromDate: civilDate, toDate: civilDate, monthlyWage: yuan, filingDate: civilDate, mode })
    .refine((i) => i.fromDate <= i.toDate, 'toDate must not be before fromDate'),
  evaluate: ({ fromDate, toDate, monthlyWage, filingDate, mode: by }, calendars): Outcome<InTime> => {
    const { claimableFrom, step, unknown } = by === 'per_day' ? dayByDay(fromDate, filingDate) : fromTheEnd(fromDate, toDate, filingDate, calendars);
    const nothing = claimableFrom === null || claimableFrom > toDate;
    const { months, oddDays } = nothing ? { months: 0, oddDays: false } : serviceOf(claimableFrom, toDate);
    const claimable = Exact.of(monthlyWage).times(months);
    return {
      value: { claimableFrom, claimableWholeMonths: months, claimable: claimable.round() },
      working: [
        step,
        nothing
          ? say(`${toDate} 之前的部分已全部超过一年`, `All of it, to ${toDate}, is more than a year old`)
          : say(`${claimableFrom} 至 ${toDate} 满 ${months} 个月 × ${monthlyWage} = ${claimable} 元`, `${claimableFrom} to ${toDate}: ${months} whole months × ${monthlyWage} = ${claimable} yuan`),
      ],
      warnings: [
        ...provisional(unknown),
        ...(oddDays ? [say('不满一个月的部分按工作日另计，未计入。', 'The part month is counted by its working days and not included.')] : []),
        say('有的地方每日分别起算一年，有的地方从整个期间结束起算一年。', 'Some places give each day its own year, some count one year from the end of the whole period.'),
        LOCAL_RULES_DIFFER,
      ],
    };
  },
});

function dayByDay(fromDate: CivilDate, filingDate: CivilDate) {
  const yearBefore = addMonths(filingDate, -12);
  const claimableFrom = yearBefore > fromDate ? yearBefore : fromDate;
  return {
    claimableFrom,
    unknown: [],
    step: say(`申请日 ${filingDate} 往前一年为 ${yearBefore}，可主张自 ${claimableFrom} 起的部分`, `One year before the filing on ${filingDate} is ${yearBefore}: what fell due from ${claimableFrom} on can be claimed`),
  };
}

function fromTheEnd(fromDate: CivilDate, toDate: CivilDate, filingDate: CivilDate, calendars: Calendars) {
  const raw = addMonths(toDate, 12);
  const last = rollOver(raw, calendars);
  return {
    claimableFrom: filingDate <= last ? fromDate : null,
    unknown: unknownYears(raw, last, calendars),
    step: say(`整个期间于 ${toDate} 结束，一年至 ${last}；申请日 ${filingDate}`, `The whole period ended on ${toDate}, the year on ${last}; filed on ${filingDate}`),
  };
}
