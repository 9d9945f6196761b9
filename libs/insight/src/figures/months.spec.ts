import { describe, expect, it } from '@jest/globals';
import { monthsBetween, yearBefore } from './months.js';

describe('months', () => {
  it('fills the months between the first and the last, over the turn of a year', () => {
    expect(monthsBetween(['2026-02', '2025-11'])).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween(['2026-02'])).toEqual(['2026-02']);
    expect(monthsBetween([])).toEqual([]);
  });

  it.each([
    ['2026-03', '2025-03'],
    ['2026-03-31', '2025-03-31'],
    ['2028-02-29', '2027-02-28'],
    ['2028-02', '2027-02'],
  ])('a year before %s is %s', (date, before) => expect(yearBefore(date)).toBe(before));
});
