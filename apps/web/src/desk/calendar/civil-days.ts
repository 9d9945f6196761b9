import { addDays, weekday, type CivilDate } from '@hejie/law';

const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The civil date in China of an instant. */
export const dayOf = (iso: string): CivilDate => zone.format(new Date(iso));
export const today = (): CivilDate => zone.format(new Date());

/** The instant a civil day begins in China. */
export const startOf = (date: CivilDate): string => new Date(`${date}T00:00:00+08:00`).toISOString();

/** The Monday of a day's week. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, -((weekday(date) + 6) % 7));

export const isCivilDate = (text: string | null): text is CivilDate => text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The days a month's page shows: whole weeks from Monday on that hold every day of the month. */
export function daysOfMonthPage(date: CivilDate): CivilDate[] {
  const first = mondayOf(`${date.slice(0, 8)}01`);
  const weeks = addDays(first, 35).slice(0, 7) === date.slice(0, 7) ? 6 : addDays(first, 28).slice(0, 7) === date.slice(0, 7) ? 5 : 4;
  return Array.from({ length: weeks * 7 }, (_, i) => addDays(first, i));
}

export const daysOfWeek = (date: CivilDate): CivilDate[] => Array.from({ length: 7 }, (_, i) => addDays(mondayOf(date), i));
