import { addDays, addMonths, type CivilDate } from '../dates/civil-date.js';

export interface Service {
  /** Full months from the first to the last day of work, both inclusive. */
  readonly months: number;
  /** Whether days are left over beyond the full months. */
  readonly oddDays: boolean;
}

/** Whole months of a stretch of days, both ends inclusive, and whether days are left over. */
export function serviceOf(from: CivilDate, to: CivilDate): Service {
  const dayAfter = addDays(to, 1);
  const [y, m] = from.split('-').map(Number) as [number, number];
  const [yAfter, mAfter] = dayAfter.split('-').map(Number) as [number, number];
  let months = (yAfter - y) * 12 + (mAfter - m);
  if (addMonths(from, months) > dayAfter) months--;
  return { months, oddDays: addMonths(from, months) < dayAfter };
}

/** Months of compensation for a service: a year is one, six months or more one, less than six a half (劳动合同法 Art 47). */
export function compensationMonthsOf({ months, oddDays }: Service): number {
  const left = months % 12;
  const forTheRest = left >= 6 ? 1 : left > 0 || oddDays ? 0.5 : 0;
  return Math.floor(months / 12) + forTheRest;
}
