import type { City } from '@hejie/insight/contract';
import type { TFunction } from 'i18next';
import { yuan } from '../../design/format.js';
import { number } from './words.js';

/** What awards and judgments grant; where there are none, or nobody reported an amount, that is said, not left out or written as 0. */
export function awardedInWords({ awards, awardedFen, awardsWithoutAmount }: Pick<City, 'awards' | 'awardedFen' | 'awardsWithoutAmount'>, t: TFunction): string {
  if (awards === 0) return t('insight.none');
  const amounts = { amount: yuan(awardedFen), count: awardsWithoutAmount, cases: number(awardsWithoutAmount) };
  if (awardsWithoutAmount === 0) return yuan(awardedFen);
  return t(awardsWithoutAmount === awards ? 'insight.awardedUnknown' : 'insight.awardedSome', amounts);
}
