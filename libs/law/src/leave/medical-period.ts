import { z } from 'zod';
import { years } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';
import { LOCAL_RULES_DIFFER } from '../registry/warnings.js';

interface Band {
  readonly fromYears: number;
  readonly months: number;
  readonly windowMonths: number;
}

/** By years with this employer, highest first; "以上" includes the number. */
const UNDER_TEN_YEARS_OF_WORK: readonly Band[] = [
  { fromYears: 5, months: 6, windowMonths: 12 },
  { fromYears: 0, months: 3, windowMonths: 6 },
];
const TEN_YEARS_OF_WORK: readonly Band[] = [
  { fromYears: 20, months: 24, windowMonths: 30 },
  { fromYears: 15, months: 18, windowMonths: 24 },
  { fromYears: 10, months: 12, windowMonths: 18 },
  { fromYears: 5, months: 9, windowMonths: 15 },
  { fromYears: 0, months: 6, windowMonths: 12 },
];

export const medicalPeriodTopic = defineTopic({
  topic: 'medical_period',
  title: say('医疗期', 'Medical period'),
  unit: 'months',
  source: '劳部发〔1994〕479号 Art 3, 4',
  effectiveFrom: '1995-01-01',
  input: z.strictObject({ totalWorkYears: years, employerYears: years }).refine((i) => i.employerYears <= i.totalWorkYears, 'employerYears is part of totalWorkYears'),
  evaluate: ({ totalWorkYears, employerYears }) => {
    const bands = totalWorkYears < 10 ? UNDER_TEN_YEARS_OF_WORK : TEN_YEARS_OF_WORK;
    const { months, windowMonths } = bands.find((b) => b.fromYears <= employerYears)!;
    return {
      value: { months, windowMonths },
      working: [
        say(
          `实际工作年限 ${totalWorkYears} 年，在本单位 ${employerYears} 年：医疗期 ${months} 个月，在 ${windowMonths} 个月内累计病休计算`,
          `${totalWorkYears} years of work in all, ${employerYears} with this employer: ${months} months, counted from the sick leave of ${windowMonths} months`,
        ),
      ],
      warnings: [say('上海等地另有规定；特殊疾病可以延长。', 'Shanghai and others have tables of their own; for certain diseases it can be extended.'), LOCAL_RULES_DIFFER],
    };
  },
});
