/** A civil date in China, `YYYY-MM-DD`. Strings of this form compare in the order of the calendar. */
export type CivilDate = string;

// Integer arithmetic on the proleptic Gregorian calendar: civil dates have no time zone, and rules count them by the thousand.

const DAYS_OF_ERA = 146_097;
const DAYS_TO_1970 = 719_468;

const yearOf = (date: CivilDate) => Number(date.slice(0, 4));
const monthOf = (date: CivilDate) => Number(date.slice(5, 7));
const dayOf = (date: CivilDate) => Number(date.slice(8, 10));

const two = (n: number) => (n < 10 ? `0${n}` : String(n));
const write = (year: number, month: number, day: number): CivilDate => `${year}-${two(month)}-${two(day)}`;

/** Days since 1970-01-01, with years that begin in March so that the leap day comes last. */
function toDays(date: CivilDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - DAYS_TO_1970;
}

function fromDays(days: number): CivilDate {
  const shifted = days + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
}

export function addDays(date: CivilDate, n: number): CivilDate {
  return fromDays(toDays(date) + n);
}

/** `to - from` in days. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDays(to) - toDays(from);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The corresponding day n months on; where the month has no such day, its last day (民法典 Art 202). */
export function addMonths(date: CivilDate, n: number): CivilDate {
  const months = yearOf(date) * 12 + monthOf(date) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return write(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** 0 is Sunday. */
export function weekday(date: CivilDate): number {
  return (((toDays(date) + 4) % 7) + 7) % 7;
}
