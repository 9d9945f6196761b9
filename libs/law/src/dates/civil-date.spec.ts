import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, weekday } from './civil-date.js';

const DAY_MS = 86_400_000;
const written = (days: number) => new Date(days * DAY_MS).toISOString().slice(0, 10);
const days = fc.integer({ min: -10_000, max: 90_000 });

describe('a civil date', () => {
  it('counts days as the calendar of the language does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (from, n) => {
        expect(addDays(written(from), n)).toBe(written(from + n));
        expect(daysBetween(written(from), written(from + n))).toBe(n);
        expect(weekday(written(from))).toBe(new Date(from * DAY_MS).getUTCDay());
      }),
    );
  });

  it('keeps its day number over months, or takes the last day of the month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (from, n) => {
        const date = written(from);
        const [y, m, d] = date.split('-').map(Number) as [number, number, number];
        const lastDay = new Date(Date.UTC(y, m + n, 0)).getUTCDate();
        expect(addMonths(date, n)).toBe(new Date(Date.UTC(y, m - 1 + n, Math.min(d, lastDay))).toISOString().slice(0, 10));
      }),
    );
  });

  it.each([['2024-01-31', 1, '2024-02-29'], ['2024-02-29', 12, '2025-02-28'], ['2025-12-31', 2, '2026-02-28'], ['2025-03-31', -1, '2025-02-28']])('%s and %d months is %s', (date, n, then) =>
    expect(addMonths(date, n)).toBe(then),
  );
});
