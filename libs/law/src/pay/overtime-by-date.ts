import { z } from 'zod';
import { DAY_TITLE, dayTypeOf, type DayType } from '../dates/day-type.js';
import { calendarKnown } from '../dates/holiday-calendar.js';
import { Exact } from '../money/exact.js';
import { civilDate, yuan } from '../registry/inputs.js';
import { NotLoaded } from '../registry/not-loaded.js';
import { defineTopic, say } from '../registry/topic.js';
import { LOCAL_WAGE_BASE } from '../registry/warnings.js';
import { MONTHLY_HOURS } from './overtime-hours.js';

const MULTIPLIER_PCT: Record<DayType, number> = { workday: 150, rest_day: 200, statutory_holiday: 300 };
/** On working days the hours are those beyond 8, on other days all hours worked; none were given as time off. */
export const overtimeByDateTopic = defineTopic({
  topic: 'overtime.by_date',
  title: say('加班费（按日期）', 'Overtime pay by date'),
  unit: 'yuan',
  source: '劳动法 Art 44; 工资支付暂行规定 Art 13; 全国年节及纪念日放假办法 Art 2; 人社厅函〔2020〕135号; 人社部发〔2025〕2号',
  effectiveFrom: '2024-01-01',
  input: z.strictObject({
    monthlyWage: yuan,
    entries: z.array(z.strictObject({ date: civilDate, hours: z.number().min(0).max(24) })).max(1000),
  }),
  evaluate: ({ monthlyWage, entries }, calendars) => {
    const unknown = [...new Set(entries.filter((e) => !calendarKnown(e.date, calendars)).map((e) => `holiday calendar ${e.date.slice(0, 4)}`))];
    if (unknown.length) throw new NotLoaded(unknown);
    const hourly = Exact.of(monthlyWage).over(MONTHLY_HOURS);
    const paid = entries.map(({ date, hours }) => {
      const dayType = dayTypeOf(date, calendars);
      const multiplierPct = MULTIPLIER_PCT[dayType];
      return { date, hours, dayType, multiplierPct, pay: hourly.times(hours).percent(multiplierPct) };
    });
    const total = Exact.sum(paid.map((e) => e.pay));
    return {
      value: { entries: paid.map(({ date, dayType, multiplierPct, pay }) => ({ date, dayType, multiplierPct, pay: pay.round() })), total: total.round() },
      working: [
        say(`小时工资 ${monthlyWage} ÷ 21.75 ÷ 8 ≈ ${hourly} 元（计算时不取整）`, `Hourly wage ${monthlyWage} ÷ 21.75 ÷ 8 ≈ ${hourly} yuan (not rounded in the working)`),
        ...paid.map(({ date, hours, dayType, multiplierPct, pay }) =>
          say(
            `${date} ${DAY_TITLE[dayType].zh}：${hours} 小时 × ${multiplierPct}% = ${pay} 元`,
            `${date}, ${DAY_TITLE[dayType].en}: ${hours} h × ${multiplierPct}% = ${pay} yuan`,
          ),
        ),
        say(`合计 ${total} 元`, `Total ${total} yuan`),
      ],
      warnings: [LOCAL_WAGE_BASE, say('按每周双休计算；实行其他工时制度的，请由律师复核。', 'Counted with Saturday and Sunday as rest days: under other working-time systems let a lawyer review it.')],
    };
  },
});
