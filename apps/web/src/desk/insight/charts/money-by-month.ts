import { yuan } from '../../../design/format.js';
import { ofMoney } from '../findings.js';
import { awardedInWords } from '../money.js';
import { monthLabel, monthName, number } from '../words.js';
import { frame, nameAxis, valueAxis } from './axes.js';
import { MISSING, type Chart, type Drawing } from './chart.js';

const FEN_PER_TEN_THOUSAND = 1_000_000;

/** What was agreed, what was paid of it or without it, and what was awarded, by month of filing, in units of 10,000 yuan; last year's payments behind. */
export function moneyByMonth({ city, t, palette: p, open }: Drawing): Chart {
  const { byMonth } = city;
  const known = byMonth.some((m) => m.lastYear);
  const [agreed, paid, awarded, lastYear] = [t('insight.agreed'), t('insight.paid'), t('insight.awarded'), t('insight.lastYearPaid')];
  const drawn = (fen: number) => fen / FEN_PER_TEN_THOUSAND;
  const bar = (name: string, color: string, fen: (m: (typeof byMonth)[number]) => number) => ({ type: 'bar', name, itemStyle: { color }, barGap: '0%', barMaxWidth: 16, data: byMonth.map((m) => drawn(fen(m))) });
  return {
    key: 'money',
    finding: ofMoney(city),
    caption: t('insight.caption.money'),
    height: 300,
    option: {
      ...frame(p),
      // on a phone the legend takes two lines
      grid: { ...frame(p).grid, top: 80 },
      xAxis: nameAxis(p, t('insight.axis.month'), byMonth.map((m, i) => monthLabel(m.month, i))),
      yAxis: { ...valueAxis(p, t('insight.axis.tenThousandYuan'), number), minInterval: 0 },
      series: [
        bar(agreed, p.agreed, (m) => m.agreedFen),
        bar(paid, p.paid, (m) => m.paidFen),
        bar(awarded, p.awarded, (m) => m.awardedFen),
        ...(known
          ? [{ type: 'line', name: lastYear, symbol: 'emptyCircle', symbolSize: 7, lineStyle: { type: 'dashed', color: p.lastYear }, itemStyle: { color: p.lastYear }, data: byMonth.map((m) => (m.lastYear ? drawn(m.lastYear.paidFen) : null)) }]
          : []),
      ],
    },
    points: byMonth.map((m) => ({
      says: t(m.lastYear ? 'insight.says.moneyAndYear' : 'insight.says.money', { month: monthName(m.month), agreed: yuan(m.agreedFen), paid: yuan(m.paidFen), awarded: awardedInWords(m, t), before: yuan(m.lastYear?.paidFen ?? 0) }),
      open: () => open({ figure: 'agreed', month: m.month }),
    })),
    columns: [t('insight.month'), agreed, paid, awarded, ...(known ? [lastYear] : [])],
    rows: byMonth.map((m) => ({
      key: m.month,
      name: monthName(m.month),
      cells: [
        { text: yuan(m.agreedFen), opens: { figure: 'agreed', month: m.month } },
        { text: yuan(m.paidFen), opens: { figure: 'paid', month: m.month } },
        { text: awardedInWords(m, t), ...(m.awards ? { opens: { figure: 'awarded' as const, month: m.month } } : {}) },
        ...(known ? [{ text: m.lastYear ? yuan(m.lastYear.paidFen) : MISSING }] : []),
      ],
    })),
  };
}
