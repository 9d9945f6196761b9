import type { Calendars } from '@hejie/law';
import { isoDate, isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';
import { certaintySchema, sourceTitleSchema, sourceUrlSchema, changeReasonSchema } from './figures.contract.js';

const stretch = z.strictObject({ from: isoDate, to: isoDate });
export const holidayDaysSchema = z.strictObject({
  /** First and last day of each break; every day in between is off. */
  breaks: z.array(stretch).min(1).max(20),
  /** Weekend days worked instead (调休上班). */
  makeUp: z.array(isoDate).max(30),
  /** Days paid at 300%. */
  statutory: z.array(isoDate).min(1).max(20),
});
export type HolidayDays = z.infer<typeof holidayDaysSchema>;

const weekend = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0;

/** The holiday arrangement of one year, as the State Council published it. It stands for the whole year: what is not in it is not so. */
export const holidayYearSchema = z
  .strictObject({
    year: z.int().min(2008).max(2100),
    /** Null takes back what was approved before: the year is as the product shipped it, or not available. */
    days: holidayDaysSchema.nullable(),
    sourceTitle: sourceTitleSchema,
    sourceUrl: sourceUrlSchema,
    certainty: certaintySchema,
  })
  .superRefine(({ year, days }, ctx) => {
    if (!days) return;
    const wrong = (message: string, path: string) => ctx.addIssue({ code: 'custom', message, path: ['days', path] });
    const inBreak = (date: string) => days.breaks.some(({ from, to }) => from <= date && date <= to);
    const breaks = [...days.breaks].sort((a, b) => a.from.localeCompare(b.from));
    if (breaks.some(({ from, to }) => from > to)) wrong('BREAK_ENDS_FIRST', 'breaks');
    if (breaks.some(({ from }, i) => i > 0 && from <= breaks[i - 1]!.to)) wrong('BREAKS_OVERLAP', 'breaks');
    if (breaks.some(({ from, to }) => !from.startsWith(`${year}-`) || !to.startsWith(`${year}-`))) wrong('BREAKS_YEAR', 'breaks');
    if (days.makeUp.some((d) => !d.startsWith(`${year}-`) || !weekend(d) || inBreak(d))) wrong('MAKE_UP_DAY', 'makeUp');
    if (days.statutory.some((d) => !inBreak(d))) wrong('STATUTORY_DAY', 'statutory');
    if (new Set(days.makeUp).size < days.makeUp.length) wrong('CALENDAR_DAY_TWICE', 'makeUp');
    if (new Set(days.statutory).size < days.statutory.length) wrong('CALENDAR_DAY_TWICE', 'statutory');
  });
export type HolidayYear = z.infer<typeof holidayYearSchema>;

/** Calendars as the law's rules take them, month-day within the year. */
export function lawCalendars(years: readonly { readonly year: number; readonly days: HolidayDays; readonly sourceTitle: string }[]): Calendars {
  const monthDay = (date: string) => date.slice(5);
  return Object.fromEntries(
    years.map(({ year, days, sourceTitle }) => [
      String(year),
      { notice: sourceTitle, breaks: days.breaks.map(({ from, to }) => [monthDay(from), monthDay(to)] as const), makeUp: days.makeUp.map(monthDay), statutory: days.statutory.map(monthDay) },
    ]),
  );
}

export const proposeCalendarsSchema = z
  .strictObject({ requestId, reason: changeReasonSchema, years: z.array(holidayYearSchema).min(1).max(20) })
  .refine(({ years }) => new Set(years.map((y) => y.year)).size === years.length, { path: ['years'], message: 'YEAR_TWICE' });
export type ProposeCalendars = z.infer<typeof proposeCalendarsSchema>;
export const importCalendarsSchema = z.strictObject({ requestId, reason: changeReasonSchema, csv: z.string().min(1).max(100_000) });
export type ImportCalendars = z.infer<typeof importCalendarsSchema>;

/** The calendars that dates are counted on now, by year. */
export const calendarsInForceSchema = z.object({
  items: z.array(
    z.object({
      year: z.int(),
      days: holidayDaysSchema,
      sourceTitle: z.string(),
      sourceUrl: z.string().nullable(),
      certainty: certaintySchema,
      /** Null for a year the product shipped with. */
      approvedAt: isoInstant.nullable(),
    }),
  ),
  /** This year and the next, where nobody has loaded a calendar: dates there are provisional. */
  missing: z.array(z.int()),
});
export type CalendarsInForceView = z.infer<typeof calendarsInForceSchema>;
