import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { headcount } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

export const massLayoffTopic = defineTopic({
  topic: 'mass_layoff',
  title: say('经济性裁员程序', 'Procedure of a mass layoff'),
  unit: 'check',
  source: '劳动合同法 Art 41',
  effectiveFrom: '2008-01-01',
  input: z.strictObject({ headcount, layoffs: headcount }).refine((i) => i.layoffs <= i.headcount, 'layoffs are part of headcount'),
  evaluate: ({ headcount: staff, layoffs }) => {
    const share = staff === 0 ? Exact.ZERO : Exact.of(layoffs).times(100).over(staff);
    const procedureRequired = layoffs >= 20 || !share.isLessThan(10);
    return {
      value: { procedureRequired },
      working: [
        say(
          `裁减 ${layoffs} 人，占职工 ${staff} 人的 ${share}%（20 人以上或者 10% 以上须履行程序）：${procedureRequired ? '须' : '无须'}提前三十日向工会或者全体职工说明并报告`,
          `${layoffs} of ${staff} laid off, ${share}% (20 people or 10% need the procedure): 30 days' notice to union or staff and a report ${procedureRequired ? 'are' : 'are not'} required`,
        ),
      ],
      warnings: [say('裁员还须符合法定情形，并优先留用法律规定的人员。', 'A layoff also needs a ground in law and keeps certain workers first.')],
    };
  },
});
