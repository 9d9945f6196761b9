import { z } from 'zod';
import { days, months, years } from '../registry/inputs.js';
import { defineTopic, say, type Step } from '../registry/topic.js';
import { annualLeaveBand } from './annual-leave-days.js';

const PAID_PERSONAL_LEAVE_DAYS = 20;

export const annualLeaveEligibilityTopic = defineTopic({
  topic: 'annual_leave.eligibility',
  title: say('当年能否享受年休假', 'Whether annual leave is due this year'),
  unit: 'days',
  source: '职工带薪年休假条例 Art 3, 4',
  effectiveFrom: '2008-01-01',
  input: z.strictObject({ cumulativeYears: years, sickLeaveMonths: months, paidPersonalLeaveDays: days }),
  evaluate: ({ cumulativeYears, sickLeaveMonths, paidPersonalLeaveDays }) => {
    const band = annualLeaveBand(cumulativeYears);
    const because = reasonAgainst(band, cumulativeYears, sickLeaveMonths, paidPersonalLeaveDays);
    const eligible = because === null;
    const granted = eligible ? band!.days : 0;
    return {
      value: { eligible, days: granted },
      working: [because ?? say(`累计工作 ${cumulativeYears} 年，没有不享受的情形：${granted} 天`, `${cumulativeYears} years of work and nothing that takes the leave away: ${granted} days`)],
      warnings: [
        say('享受寒暑假天数多于年休假的也不享受当年年休假；还须连续工作满十二个月。', 'School holidays longer than the leave take its place; twelve months of continuous work are needed too.'),
      ],
    };
  },
});

function reasonAgainst(band: ReturnType<typeof annualLeaveBand>, years: number, sickMonths: number, personalDays: number): Step | null {
  if (!band) return say(`累计工作 ${years} 年，不满一年，没有年休假`, `${years} years of work in all, less than one: no annual leave`);
  if (sickMonths >= band.sickMonths) return say(`累计病假 ${sickMonths} 个月，达到 ${band.sickMonths} 个月，不享受当年年休假`, `${sickMonths} months of sick leave reach the ${band.sickMonths} that take the leave away`);
  if (personalDays >= PAID_PERSONAL_LEAVE_DAYS) return say(`带薪事假 ${personalDays} 天，达到 20 天，不享受当年年休假`, `${personalDays} days of paid personal leave reach the 20 that take the leave away`);
  return null;
}
