import { yuan } from '../../../design/format.js';
import { ofMoney } from '../findings.js';
import { monthLabel, monthName, number } from '../words.js';
import { frame, nameAxis, valueAxis } from './axes.js';
import { MISSING, type Chart, type Drawing } from './chart.js';

const FEN_PER_TEN_THOUSAND = 1_000_000;

/** What agreements and payments brought, by month of filing, in units of 10,000 yuan. */
export function moneyByMonth({ city, t, palette: p, open }: Drawing): Chart {
  const { byMonth } = city;
  const known = byMonth.some((m) => m.lastYear);
  const [recovered, lastYear] = [t('insight.recovered'), t('insight.lastYear')];
  const drawn = (fen: number) => fen / FEN_PER_TEN_THOUSAND;
  return {
    key: 'money',
    finding: ofMoney(city),
    caption: t('insight.caption.money'),
    height: 300,
    option: {
      ...frame(p),
      xAxis: nameAxis(p, t('insight.axis.month'), byMonth.map((m, i) => monthLabel(m.month, i))),
      yAxis: { ...valueAxis(p, t('insight.axis.tenThousandYuan'), number), minInterval: 0 },
      series: [
        { type: 'bar', name: recovered, itemStyle: { color: p.recovered }, barMaxWidth: 30, data: byMonth.map((m) => drawn(m.recoveredFen)) },
        ...(known
          ? [{ type: 'line', name: lastYear, symbol: 'emptyCircle', symbolSize: 7, lineStyle: { type: 'dashed', color: p.lastYear }, itemStyle: { color: p.lastYear }, data: byMonth.map((m) => (m.lastYear ? drawn(m.lastYear.recoveredFen) : null)) }]
          : []),
      ],
    },
    points: byMonth.map((m) => ({
      says: t(m.lastYear ? 'insight.says.moneyAndYear' : 'insight.says.money', { month: monthName(m.month), amount: yuan(m.recoveredFen), before: yuan(m.lastYear?.recoveredFen ?? 0) }),
      open: () => open({ figure: 'recovered', month: m.month }),
    })),
    columns: [t('insight.month'), recovered, ...(known ? [lastYear] : [])],
    rows: byMonth.map((m) => ({
      key: m.month,
      name: monthName(m.month),
      cells: [{ text: yuan(m.recoveredFen), opens: { figure: 'recovered', month: m.month } }, ...(known ? [{ text: m.lastYear ? yuan(m.lastYear.recoveredFen) : MISSING }] : [])],
    })),
  };
}
