import { yuan } from '../../../design/format.js';
import { ofTypes } from '../findings.js';
import { typeName } from '../type-name.js';
import { number } from '../words.js';
import { frame, nameAxis, valueAxis } from './axes.js';
import { MISSING, type Chart, type Drawing } from './chart.js';

/** Bars that can be told apart at a glance; the table has every type. */
const DRAWN = 8;

/** Cases and what of them was settled, the commonest types on top. */
export function casesByType({ city, t, palette: p, open }: Drawing): Chart {
  const types = city.byType.slice(0, DRAWN);
  const [cases, settled] = [t('insight.cases'), t('insight.settled')];
  const hidden = city.byType.length - types.length;
  return {
    key: 'types',
    finding: ofTypes(city),
    caption: hidden > 0 ? t('insight.caption.typesSome', { count: types.length }) : t('insight.caption.types'),
    height: 300,
    option: {
      ...frame(p),
      xAxis: { ...valueAxis(p, t('insight.axis.cases'), number), nameLocation: 'middle' },
      yAxis: { ...nameAxis(p, '', types.map((g) => typeName(g.type))), inverse: true, axisLabel: { color: p.ink, width: 150, overflow: 'truncate' } },
      series: [
        { type: 'bar', name: cases, itemStyle: { color: p.cases }, barGap: '0%', barMaxWidth: 14, data: types.map((g) => g.cases) },
        { type: 'bar', name: settled, itemStyle: { color: p.settled }, barMaxWidth: 14, data: types.map((g) => g.settled) },
      ],
    },
    points: types.map((g) => ({
      says: t('insight.says.type', { type: typeName(g.type), count: g.cases, cases: number(g.cases), settled: number(g.settled), amount: yuan(g.recoveredFen) }),
      open: () => open({ figure: 'cases', type: g.type }),
    })),
    columns: [t('insight.type'), cases, settled, t('insight.recovered'), t('insight.medianDays')],
    rows: city.byType.map(({ type, medianDays, ...g }) => ({
      key: type,
      name: typeName(type),
      cells: [
        { text: number(g.cases), opens: { figure: 'cases', type } },
        { text: number(g.settled), opens: { figure: 'settled', type } },
        { text: yuan(g.recoveredFen), opens: { figure: 'recovered', type } },
        medianDays === null ? { text: MISSING } : { text: t('insight.daysCount', { count: Math.round(medianDays) }), opens: { figure: 'days', type } },
      ],
    })),
  };
}
