import { describe, expect, it } from '@jest/globals';
import { dayOf, daysOfMonthPage, daysOfWeek, isCivilDate, mondayOf } from './civil-days.js';

describe('the days of a calendar page', () => {
  it.each([
    ['2026-11-21', '2026-10-26', '2026-12-06', 42], // starts on a Sunday: six weeks
    ['2027-02-14', '2027-02-01', '2027-02-28', 28], // exactly four weeks
    ['2026-12-31', '2026-11-30', '2027-01-03', 35],
  ])('holds all of the month of %s from Monday %s to Sunday %s', (date, first, last, days) => {
    const page = daysOfMonthPage(date);
    expect([page[0], page.at(-1), page.length]).toEqual([first, last, days]);
  });

  it('counts a Sunday to the week before it', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(daysOfWeek('2026-11-16').at(-1)).toBe('2026-11-22');
  });

  it('puts an instant on its day in China', () => {
    expect(dayOf('2026-11-21T15:59:00Z')).toBe('2026-11-21');
    expect(dayOf('2026-11-21T16:00:00Z')).toBe('2026-11-22');
  });

  it.each([null, '', '2026-13-41', 'yesterday'])('takes %s for no date', (text) => expect(isCivilDate(text)).toBe(false));
});
