import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { hours, yuan } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';
import { LOCAL_WAGE_BASE } from '../registry/warnings.js';

/** 21.75 days of 8 hours (人社部发〔2025〕2号). */
export const MONTHLY_HOURS = 174;

export const overtimeHoursTopic = defineTopic({
  topic: 'overtime.hours',
  title: say('加班费（按小时数）', 'Overtime pay by hours'),
  unit: 'yuan',
  source: '劳动法 Art 44; 工资支付暂行规定 Art 13; 人社部发〔2025〕2号',
  effectiveFrom: '2008-01-03',
  input: z.strictObject({
    monthlyWage: yuan,
    weekdayHours: hours,
    restDayHours: hours,
    restDayCompLeaveHours: hours,
    statutoryHolidayHours: hours,
  }),
  evaluate: ({ monthlyWage, weekdayHours, restDayHours, restDayCompLeaveHours, statutoryHolidayHours }) => {
    const hourly = Exact.of(monthlyWage).over(MONTHLY_HOURS);
    const unrepaid = Exact.max(0, Exact.of(restDayHours).minus(restDayCompLeaveHours));
    const weekday = hourly.times(weekdayHours).percent(150);
    const restDay = hourly.times(unrepaid).percent(200);
    const holiday = hourly.times(statutoryHolidayHours).percent(300);
    const total = Exact.sum([weekday, restDay, holiday]);
    return {
      value: { weekdayPay: weekday.round(), restDayPay: restDay.round(), statutoryHolidayPay: holiday.round(), total: total.round() },
      working: [
        say(`小时工资 ${monthlyWage} ÷ 21.75 ÷ 8 ≈ ${hourly} 元（计算时不取整）`, `Hourly wage ${monthlyWage} ÷ 21.75 ÷ 8 ≈ ${hourly} yuan (not rounded in the working)`),
        say(`工作日延长 ${weekdayHours} 小时 × 150% = ${weekday} 元`, `Working days: ${weekdayHours} h × 150% = ${weekday} yuan`),
        say(
          `休息日 ${restDayHours} 小时，已补休 ${restDayCompLeaveHours} 小时，余 ${unrepaid} 小时 × 200% = ${restDay} 元`,
          `Rest days: ${restDayHours} h less ${restDayCompLeaveHours} h given as time off, ${unrepaid} h × 200% = ${restDay} yuan`,
        ),
        say(`法定节假日 ${statutoryHolidayHours} 小时 × 300% = ${holiday} 元，不得以补休代替`, `Statutory holidays: ${statutoryHolidayHours} h × 300% = ${holiday} yuan; time off does not replace it`),
        say(`合计 ${total} 元`, `Total ${total} yuan`),
      ],
      warnings: [LOCAL_WAGE_BASE, say('经批准的综合计算工时、不定时工时另有规则。', 'Approved comprehensive or flexible working hours follow other rules.')],
    };
  },
});
