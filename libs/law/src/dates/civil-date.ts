/** A civil date in China, `YYYY-MM-DD`. Strings of this form compare in the order of the calendar. */
export type CivilDate = string;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01; civil dates have no time zone, so UTC arithmetic is exact. */
function toDays(date: CivilDate): number {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  return Date.UTC(y, m - 1, d) / DAY_MS;
}

function fromDays(days: number): CivilDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(date: CivilDate, n: number): CivilDate {
  return fromDays(toDays(date) + n);
}

/** `to - from` in days. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDays(to) - toDays(from);
}

/** The corresponding day n months on; where the month has no such day, its last day (民法典 Art 202). */
export function addMonths(date: CivilDate, n: number): CivilDate {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(y, m - 1 + n, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(d, last));
  return first.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekday(date: CivilDate): number {
  return (((toDays(date) + 4) % 7) + 7) % 7;
}
