import { DEADLINE_RULES } from '@hejie/law';
import { ofDays } from '../findings.js';
import { monthLabel, monthName, number } from '../words.js';
import { frame, nameAxis, valueAxis } from './axes.js';
import { MISSING, type Chart, type Drawing } from './chart.js';

const LIMIT = DEADLINE_RULES.MEDIATION_END_15D.n;

/** The median days from filing to settlement by month of filing, against the mediation period; a month without settlements has a gap. */
export function daysByMonth({ city, t, palette: p, open }: Drawing): Chart {
  const { byMonth } = city;
  const known = byMonth.some((m) => m.lastYear?.medianDays != null);
  const [median, lastYear] = [t('insight.medianDays'), t('insight.lastYear')];
  const line = (name: string, color: string, type: 'solid' | 'dashed', data: (number | null)[]) => ({ type: 'line', name, symbol: type === 'solid' ? 'circle' : 'emptyCircle', symbolSize: 7, lineStyle: { color, type }, itemStyle: { color }, data });
  return {
    key: 'days',
    finding: ofDays(city, LIMIT),
    caption: t('insight.caption.days'),
    height: 300,
    option: {
      ...frame(p),
      xAxis: { ...nameAxis(p, t('insight.axis.month'), byMonth.map((m, i) => monthLabel(m.month, i))), boundaryGap: true },
      yAxis: { ...valueAxis(p, t('insight.axis.days'), number), max: ({ max }: { max: number }) => Math.max(Math.ceil(max), LIMIT + 3) },
      series: [
        {
          ...line(median, p.days, 'solid', byMonth.map((m) => m.medianDays)),
          markLine: { symbol: 'none', silent: true, lineStyle: { color: p.limit, type: 'dotted', width: 2 }, label: { position: 'insideEndTop', color: p.limit, formatter: t('insight.limit', { count: LIMIT }) }, data: [{ yAxis: LIMIT }] },
        },
        ...(known ? [line(lastYear, p.lastYear, 'dashed', byMonth.map((m) => m.lastYear?.medianDays ?? null))] : []),
      ],
    },
    points: byMonth.map((m) => ({
      says: m.medianDays === null ? t('insight.says.noDays', { month: monthName(m.month) }) : t('insight.says.days', { month: monthName(m.month), count: Math.round(m.medianDays), settled: number(m.settled) }),
      open: () => open({ figure: 'days', month: m.month }),
    })),
    columns: [t('insight.month'), median, t('insight.settled')],
    rows: byMonth.map((m) => ({
      key: m.month,
      name: monthName(m.month),
      cells: [m.medianDays === null ? { text: MISSING } : { text: t('insight.daysCount', { count: Math.round(m.medianDays) }), opens: { figure: 'days', month: m.month } }, { text: number(m.settled), opens: { figure: 'settled', month: m.month } }],
    })),
  };
}
