import { yuan } from '../../../design/format.js';
import { ofTypes } from '../findings.js';
import { awardedInWords } from '../money.js';
import { typeName } from '../../../design/type-name.js';
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
      yAxis: { ...nameAxis(p, '', types.map((g) => typeName(g.type))), inverse: true, axisLabel: { color: p.ink, width: 168, overflow: 'truncate' } },
      series: [
        { type: 'bar', name: cases, itemStyle: { color: p.cases }, barGap: '0%', barMaxWidth: 14, data: types.map((g) => g.cases) },
        { type: 'bar', name: settled, itemStyle: { color: p.settled }, barMaxWidth: 14, data: types.map((g) => g.settled) },
      ],
    },
    points: types.map((g) => ({
      says: t('insight.says.type', { type: typeName(g.type), count: g.cases, cases: number(g.cases), settled: number(g.settled), agreed: yuan(g.agreedFen), paid: yuan(g.paidFen), awarded: awardedInWords(g, t) }),
      open: () => open({ figure: 'cases', type: g.type }),
    })),
    columns: [t('insight.type'), cases, settled, t('insight.agreed'), t('insight.paid'), t('insight.awarded'), t('insight.medianDays')],
    rows: city.byType.map(({ type, medianDays, ...g }) => ({
      key: type,
      name: typeName(type),
      cells: [
        { text: number(g.cases), opens: { figure: 'cases', type } },
        { text: number(g.settled), opens: { figure: 'settled', type } },
        { text: yuan(g.agreedFen), opens: { figure: 'agreed', type } },
        { text: yuan(g.paidFen), opens: { figure: 'paid', type } },
        { text: awardedInWords(g, t), ...(g.awards ? { opens: { figure: 'awarded' as const, type } } : {}) },
        medianDays === null ? { text: MISSING } : { text: t('insight.daysCount', { count: Math.round(medianDays) }), opens: { figure: 'days', type } },
      ],
    })),
  };
}
