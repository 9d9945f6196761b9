import { z } from 'zod';
import { months } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';

/** The national floor; every province adds to it. */
export const maternityDaysTopic = defineTopic({
  topic: 'maternity_days',
  title: say('产假天数（全国最低）', 'Days of maternity leave (national floor)'),
  unit: 'days',
  source: '女职工劳动保护特别规定 Art 7',
  effectiveFrom: '2012-04-28',
  input: z.strictObject({ dystocia: z.boolean(), babies: z.int().min(0).max(10), miscarriageAtMonths: months.nullish() }),
  evaluate: ({ dystocia, babies, miscarriageAtMonths }) => {
    const warnings = [say('各省在此基础上增加天数，请核对当地规定。', 'Provinces add days to this floor: check the local rule.')];
    if (typeof miscarriageAtMonths === 'number') {
      const days = miscarriageAtMonths < 4 ? 15 : 42;
      return {
        value: { days },
        working: [
          miscarriageAtMonths < 4
            ? say(`怀孕未满 4 个月流产（${miscarriageAtMonths} 个月）：${days} 天`, `Miscarriage before 4 months (${miscarriageAtMonths}): ${days} days`)
            : say(`怀孕满 4 个月流产（${miscarriageAtMonths} 个月）：${days} 天`, `Miscarriage at 4 months or later (${miscarriageAtMonths}): ${days} days`),
        ],
        warnings,
      };
    }
    const forDystocia = dystocia ? 15 : 0;
    const forMoreBabies = 15 * Math.max(0, babies - 1);
    const days = 98 + forDystocia + forMoreBabies;
    return {
      value: { days },
      working: [
        say(`基本产假 98 天 + 难产 ${forDystocia} 天 + 多胞胎 ${forMoreBabies} 天 = ${days} 天`, `98 days + ${forDystocia} for a difficult birth + ${forMoreBabies} for more than one baby = ${days} days`),
      ],
      warnings,
    };
  },
});
