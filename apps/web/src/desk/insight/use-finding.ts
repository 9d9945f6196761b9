import { useTranslation } from 'react-i18next';
import { yuan } from '../../design/format.js';
import type { Finding } from './findings.js';
import { typeName } from '../../design/type-name.js';
import { monthName, number, percent } from './words.js';

/** The sentence of a finding in the language being read. */
export function useFinding(): (finding: Finding) => string {
  const { t } = useTranslation();
  return (f) => {
    switch (f.say) {
      case 'monthsMost':
      case 'monthsSame':
        return t(`finding.${f.say}`, { month: monthName(f.month), count: f.cases, cases: number(f.cases) });
      case 'monthsMore':
      case 'monthsFewer':
        return t(`finding.${f.say}`, { month: monthName(f.month), count: f.cases, cases: number(f.cases), by: number(f.by) });
      case 'typesMost':
        return t('finding.typesMost', { type: typeName(f.type), share: percent(f.share) });
      case 'moneyPaid':
        return t('finding.moneyPaid', { agreed: yuan(f.agreedFen), paid: yuan(f.paidFen) });
      case 'moneyAndAwards':
        return t('finding.moneyAndAwards', { agreed: yuan(f.agreedFen), paid: yuan(f.paidFen), awarded: yuan(f.awardedFen) });
      case 'daysWithin':
      case 'daysBeyond':
        return t(`finding.${f.say}`, { count: f.median, p90: number(f.p90), limit: number(f.limit) });
      case 'nothing':
        return t('insight.noData');
    }
  };
}
