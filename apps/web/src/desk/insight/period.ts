import { addMonths, type CivilDate } from '@hejie/law';

export const PERIODS = ['months12', 'thisYear', 'lastYear', 'all'] as const;
export type Period = (typeof PERIODS)[number];

export const periodOf = (word: string | null): Period => PERIODS.find((p) => p === word) ?? 'months12';

/** The days of filing a period holds, as the query of the numbers; whole months, so that months compare. */
export function spanOf(period: Period, today: CivilDate): { from?: CivilDate; to?: CivilDate } {
  const year = Number(today.slice(0, 4));
  if (period === 'months12') return { from: addMonths(`${today.slice(0, 7)}-01`, -11) };
  if (period === 'thisYear') return { from: `${year}-01-01` };
  if (period === 'lastYear') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  return {};
}
