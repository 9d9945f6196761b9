import { addDays, weekday, type CivilDate } from './civil-date.js';

/** The holiday arrangement of one year, month-day within it. */
export interface YearCalendar {
  /** The State Council's notice. */
  readonly notice: string;
  /** First and last day of each break; every day in between is off. */
  readonly breaks: readonly (readonly [from: string, to: string])[];
  /** Weekend days worked instead (调休上班). */
  readonly makeUp: readonly string[];
  /** Days paid at 300% (全国年节及纪念日放假办法 Art 2). */
  readonly statutory: readonly string[];
}

/** The arrangements that are known, by year. A year that is not there has not been published, or nobody has loaded it. */
export type Calendars = Readonly<Record<string, YearCalendar>>;

/** What the library ships with. Later years, and corrections of these, are passed in by who keeps the local tables. */
export const SHIPPED_CALENDARS: Calendars = {
  2024: {
    notice: '国办发明电〔2023〕7号',
    breaks: [['01-01', '01-01'], ['02-10', '02-17'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-10', '06-10'], ['09-15', '09-17'], ['10-01', '10-07']],
    makeUp: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    statutory: ['01-01', '02-10', '02-11', '02-12', '04-04', '05-01', '06-10', '09-17', '10-01', '10-02', '10-03'],
  },
  2025: {
    notice: '国办发明电〔2024〕12号',
    breaks: [['01-01', '01-01'], ['01-28', '02-04'], ['04-04', '04-06'], ['05-01', '05-05'], ['05-31', '06-02'], ['10-01', '10-08']],
    makeUp: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    statutory: ['01-01', '01-28', '01-29', '01-30', '01-31', '04-04', '05-01', '05-02', '05-31', '10-01', '10-02', '10-03', '10-06'],
  },
  2026: {
    notice: '国办发明电〔2025〕7号',
    breaks: [['01-01', '01-03'], ['02-15', '02-23'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-19', '06-21'], ['09-25', '09-27'], ['10-01', '10-07']],
    makeUp: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    statutory: ['01-01', '02-16', '02-17', '02-18', '02-19', '04-05', '05-01', '05-02', '06-19', '09-25', '10-01', '10-02', '10-03'],
  },
};

/** Whether the arrangement of the date's year is known; it is announced late in the year before. */
export function calendarKnown(date: CivilDate, calendars: Calendars): boolean {
  return Object.hasOwn(calendars, date.slice(0, 4));
}

/** The years of a stretch, both ends inclusive, whose arrangement is not known. */
export function unknownYears(from: CivilDate, to: CivilDate, calendars: Calendars): string[] {
  const years: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) if (!Object.hasOwn(calendars, String(year))) years.push(String(year));
  return years;
}

/** A day that is officially off: a weekend day that is not worked, or any day of a break. In unknown years weekends: ask `unknownYears` and say so. */
export function isDayOff(date: CivilDate, calendars: Calendars): boolean {
  const calendar = calendars[date.slice(0, 4)];
  const day = date.slice(5);
  if (calendar?.makeUp.includes(day)) return false;
  if (calendar?.breaks.some(([from, to]) => from <= day && day <= to)) return true;
  return weekday(date) % 6 === 0;
}

/** A holiday with 300% pay. Unknown years have none: ask `calendarKnown` first. */
export function isStatutoryHoliday(date: CivilDate, calendars: Calendars): boolean {
  return calendars[date.slice(0, 4)]?.statutory.includes(date.slice(5)) ?? false;
}

/** The date itself, or the day after the days off it falls in (民法典 Art 203). */
export function rollOver(date: CivilDate, calendars: Calendars): CivilDate {
  let due = date;
  while (isDayOff(due, calendars)) due = addDays(due, 1);
  return due;
}

/** The n-th working day before a date: the last day of what must be done that long before it. */
export function workingDaysBefore(date: CivilDate, n: number, calendars: Calendars): CivilDate {
  let day = date;
  for (let left = n; left > 0; ) {
    day = addDays(day, -1);
    if (!isDayOff(day, calendars)) left--;
  }
  return day;
}

/** The n-th working day after a date. */
export function addWorkingDays(date: CivilDate, n: number, calendars: Calendars): CivilDate {
  let day = date;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (!isDayOff(day, calendars)) left--;
  }
  return day;
}
