import { z } from 'zod';
import { addDays, addMonths } from '../dates/civil-date.js';
import { civilDate } from '../registry/inputs.js';
import { defineTopic } from '../registry/topic.js';
import { countPeriod } from './period.js';

export const earliestReviewTopic = defineTopic({
  topic: 'deadline.earliest_review',
  title: { zh: '复查鉴定最早日期', en: 'Earliest review appraisal' },
  unit: 'date',
  source: '工伤保险条例 Art 28; 劳动能力鉴定管理办法 Art 20',
  effectiveFrom: '2011-01-01',
  input: z.strictObject({ conclusionDate: civilDate }),
  evaluate: ({ conclusionDate }) => {
    const anniversary = addMonths(conclusionDate, 12);
    const earliestDate = addDays(anniversary, 1);
    return {
      value: { earliestDate },
      working: [{ zh: `结论作出之日起一年至 ${anniversary}，次日 ${earliestDate} 起可申请`, en: `One year ends on ${anniversary}; the first day after is ${earliestDate}` }],
      warnings: [],
    };
  },
});

export const collectiveEffectTopic = defineTopic({
  topic: 'deadline.collective_effect',
  title: { zh: '集体合同生效', en: 'A collective contract takes effect' },
  unit: 'date',
  source: '劳动合同法 Art 54; 集体合同规定 Art 47',
  effectiveFrom: '2008-01-01',
  certainty: 'secondary',
  input: z.strictObject({ receivedByAuthority: civilDate, objected: z.boolean() }),
  evaluate: ({ receivedByAuthority, objected }, calendars) => {
    const period = countPeriod(receivedByAuthority, 15, 'day', calendars);
    const { dueDate: objectionDeadline } = period.value;
    const effectiveDate = objected ? null : addDays(objectionDeadline, 1);
    return {
      value: { objectionDeadline, effectiveDate },
      working: [
        ...period.working,
        objected
          ? { zh: '行政部门提出异议，合同不生效', en: 'The authority objected: the contract does not take effect' }
          : { zh: `期内无异议，自 ${effectiveDate} 起生效`, en: `No objection in the period: effective from ${effectiveDate}` },
      ],
      warnings: period.warnings,
    };
  },
});
