import { ofMonths } from '../findings.js';
import { monthLabel, monthName, number } from '../words.js';
import { frame, nameAxis, valueAxis } from './axes.js';
import { MISSING, type Chart, type Drawing } from './chart.js';

/** Cases and what of them was settled, by month of filing, last year's behind. */
export function casesByMonth({ city: { byMonth }, t, palette: p, open }: Drawing, thisMonth: string): Chart {
  const known = byMonth.some((m) => m.lastYear);
  const [cases, settled, lastYear] = [t('insight.cases'), t('insight.settled'), t('insight.lastYear')];
  return {
    key: 'months',
    finding: ofMonths(byMonth, thisMonth),
    caption: t('insight.caption.months'),
    height: 300,
    option: {
      ...frame(p),
      xAxis: nameAxis(p, t('insight.axis.month'), byMonth.map((m, i) => monthLabel(m.month, i))),
      yAxis: valueAxis(p, t('insight.axis.cases'), number),
      series: [
        { type: 'bar', name: cases, itemStyle: { color: p.cases }, barGap: '0%', barMaxWidth: 22, data: byMonth.map((m) => m.cases) },
        { type: 'bar', name: settled, itemStyle: { color: p.settled }, barMaxWidth: 22, data: byMonth.map((m) => m.settled) },
        ...(known
          ? [{ type: 'line', name: lastYear, symbol: 'emptyCircle', symbolSize: 7, lineStyle: { type: 'dashed', color: p.lastYear }, itemStyle: { color: p.lastYear }, data: byMonth.map((m) => m.lastYear?.cases ?? null) }]
          : []),
      ],
    },
    points: byMonth.map((m) => ({
      says: t(m.lastYear ? 'insight.says.monthAndYear' : 'insight.says.month', { month: monthName(m.month), count: m.cases, cases: number(m.cases), settled: number(m.settled), before: number(m.lastYear?.cases ?? 0) }),
      open: () => open({ figure: 'cases', month: m.month }),
    })),
    columns: [t('insight.month'), cases, settled, ...(known ? [lastYear] : [])],
    rows: byMonth.map((m) => ({
      key: m.month,
      name: monthName(m.month),
      cells: [
        { text: number(m.cases), opens: { figure: 'cases', month: m.month } },
        { text: number(m.settled), opens: { figure: 'settled', month: m.month } },
        ...(known ? [{ text: m.lastYear ? number(m.lastYear.cases) : MISSING }] : []),
      ],
    })),
  };
}
