import type { City } from '@hejie/insight/contract';

type Month = City['byMonth'][number];

/** What a chart shows, as a sentence of the translation files; its numbers are still numbers here. */
export type Finding =
  | { readonly say: 'monthsMost'; readonly month: string; readonly cases: number }
  | { readonly say: 'monthsMore' | 'monthsFewer'; readonly month: string; readonly cases: number; readonly by: number }
  | { readonly say: 'monthsSame'; readonly month: string; readonly cases: number }
  | { readonly say: 'typesMost'; readonly type: string; readonly share: number }
  | { readonly say: 'moneyPaid'; readonly agreedFen: number; readonly paidFen: number }
  | { readonly say: 'moneyAndAwards'; readonly agreedFen: number; readonly paidFen: number; readonly awardedFen: number }
  | { readonly say: 'daysWithin' | 'daysBeyond'; readonly median: number; readonly p90: number; readonly limit: number }
  | { readonly say: 'nothing' };

const NOTHING: Finding = { say: 'nothing' };

/** The last whole month against the same month a year before, or the month with most cases where nothing stands beside it. */
export function ofMonths(months: readonly Month[], thisMonth: string): Finding {
  const last = months.filter((m) => m.month < thisMonth).at(-1);
  if (last?.lastYear) {
    const { month, cases } = last;
    const by = cases - last.lastYear.cases;
    return by === 0 ? { say: 'monthsSame', month, cases } : { say: by > 0 ? 'monthsMore' : 'monthsFewer', month, cases, by: Math.abs(by) };
  }
  const most = largest(months, (m) => m.cases);
  return most ? { say: 'monthsMost', month: most.month, cases: most.cases } : NOTHING;
}

export function ofTypes({ byType, cases }: Pick<City, 'byType' | 'cases'>): Finding {
  const most = largest(byType, (g) => g.cases);
  return most ? { say: 'typesMost', type: most.type, share: most.cases / cases } : NOTHING;
}

/** Promised, arrived and granted are told apart and never added up. */
export function ofMoney({ agreedFen, paidFen, awardedFen }: Pick<City, 'agreedFen' | 'paidFen' | 'awardedFen'>): Finding {
  if (awardedFen > 0) return { say: 'moneyAndAwards', agreedFen, paidFen, awardedFen };
  return agreedFen > 0 || paidFen > 0 ? { say: 'moneyPaid', agreedFen, paidFen } : NOTHING;
}

/** @param limit days of the mediation period */
export function ofDays({ daysToSettle: { median, p90 } }: Pick<City, 'daysToSettle'>, limit: number): Finding {
  if (median === null || p90 === null) return NOTHING;
  return { say: p90 <= limit ? 'daysWithin' : 'daysBeyond', median: Math.round(median), p90: Math.round(p90), limit };
}

/** The first of those with the largest value; none where all are zero. */
function largest<T>(items: readonly T[], value: (item: T) => number): T | undefined {
  const most = items.reduce<T | undefined>((best, item) => (best === undefined || value(item) > value(best) ? item : best), undefined);
  return most !== undefined && value(most) > 0 ? most : undefined;
}
