import { z } from 'zod';
import { addDays, addMonths, daysBetween, type CivilDate } from '../dates/civil-date.js';
import { rollOver, unknownYears } from '../dates/holiday-calendar.js';
import { civilDate } from '../registry/inputs.js';
import { defineTopic, type Outcome, type Step } from '../registry/topic.js';
import { provisional } from './period.js';

const suspension = z.strictObject({ from: civilDate, to: civilDate }).refine((s) => s.from <= s.to, 'from must not be after to');

interface Limitation {
  readonly rawLastDate: CivilDate | null;
  readonly lastDate: CivilDate | null;
  readonly timeBarred: boolean;
}

/** The year for arbitration: interrupted it starts anew, suspended it stands still (劳动争议调解仲裁法 Art 27). */
export const limitationTopic = defineTopic({
  topic: 'deadline.limitation',
  title: { zh: '仲裁时效', en: 'Limitation for arbitration' },
  unit: 'date',
  source: '劳动争议调解仲裁法 Art 27; 办案规则 Art 26-28; 民法典 Art 202-203',
  effectiveFrom: '2008-05-01',
  input: z.strictObject({
    accrualDate: civilDate,
    interruptions: z.array(civilDate).max(100).default([]),
    suspensions: z.array(suspension).max(100).default([]),
    claimType: z.enum(['general', 'wages']),
    employmentEndDate: civilDate.nullish(),
    filingDate: civilDate,
  }),
  evaluate: ({ accrualDate, interruptions, suspensions, claimType, employmentEndDate, filingDate }, calendars): Outcome<Limitation> => {
    if (claimType === 'wages' && !employmentEndDate) {
      return {
        value: { rawLastDate: null, lastDate: null, timeBarred: false },
        working: [{ zh: '劳动关系存续期间追索劳动报酬，不受一年限制', en: 'While employed, claims for pay are not bound by the one year' }],
        warnings: [],
      };
    }
    const base = claimType === 'wages' ? employmentEndDate! : accrualDate;
    let raw = addMonths(base, 12);
    const working: Step[] = [{ zh: `自 ${base} 起一年，至 ${raw}`, en: `One year from ${base} ends on ${raw}` }];
    const events = [
      ...interruptions.map((on) => ({ on, until: null })),
      ...suspensions.map((s) => ({ on: s.from, until: s.to })),
    ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const rolled: CivilDate[] = [];
    // the days before it run no more, or have been made up for already: what stood still twice over is counted once
    let counted = base;
    for (const { on, until } of events) {
      rolled.push(raw);
      if (on > rollOver(raw, calendars)) {
        working.push({ zh: `${on} 已过期满日，不起作用`, en: `${on} is after the last day and has no effect` });
      } else if ((until ?? on) < base) {
        working.push({ zh: `${until ?? on} 在起算之前，不起作用`, en: `${until ?? on} is before the start and has no effect` });
      } else if (until === null) {
        raw = addMonths(on, 12);
        counted = on;
        working.push({ zh: `${on} 中断，重新计算一年，至 ${raw}`, en: `Interrupted on ${on}: a new year ends on ${raw}` });
      } else {
        const from = on < counted ? counted : on;
        raw = addDays(raw, Math.max(0, daysBetween(from, until)));
        if (until > counted) counted = until;
        working.push({ zh: `${on} 至 ${until} 中止${from > on ? `，自 ${from} 起计` : ''}，顺延至 ${raw}`, en: `Suspended from ${on} to ${until}${from > on ? `, counted from ${from}` : ''}: ends on ${raw}` });
      }
    }
    const lastDate = rollOver(raw, calendars);
    if (lastDate !== raw) working.push({ zh: `${raw} 是休息日，顺延至 ${lastDate}`, en: `${raw} is a day off, so the last day is ${lastDate}` });
    return {
      value: { rawLastDate: raw, lastDate, timeBarred: filingDate > lastDate },
      working,
      warnings: [
        ...provisional([...new Set([...rolled.flatMap((day) => unknownYears(day, rollOver(day, calendars), calendars)), ...unknownYears(raw, lastDate, calendars)])]),
        { zh: '时效由对方提出才会审查，本平台只作提醒，不因此拒绝立案。', en: 'Limitation is examined only if the other side raises it; the platform warns and never refuses a case for it.' },
      ],
    };
  },
});
