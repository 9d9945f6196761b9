import { describe, expect, it } from '@jest/globals';
import { ask } from './registry/ask.js';
import { NotLoaded } from './registry/not-loaded.js';

// The reference rows of the entitlement sheet, figures in yuan

const LOCAL_AVERAGE = 8_000;
const value = (topic: string, input: object) => ask(topic, input).value as Record<string, unknown>;
const lumpSum = (grade: number, ownMonthlyWage: number) => value('injury.lump_sum', { grade, ownMonthlyWage, localAvgMonthlyWage: LOCAL_AVERAGE });
const severance = (endDate: string, kind: 'N' | '2N') =>
  value('severance', { hireDate: '2022-01-01', endDate, avgMonthlyWage: 6_000, localAvgMonthlyWage: LOCAL_AVERAGE, localMinMonthlyWage: 2_000, kind, lastMonthWage: null })['total'];

describe('reference rows', () => {
  it.each([
    [1, 27, 162_000], [2, 25, 150_000], [3, 23, 138_000], [4, 21, 126_000], [5, 18, 108_000],
    [6, 16, 96_000], [7, 13, 78_000], [8, 11, 66_000], [9, 9, 54_000], [10, 7, 42_000],
  ])('disability of grade %d at 6,000 a month: %d months, %d', (grade, months, amount) => {
    expect(lumpSum(grade, 6_000)).toEqual({ baseWage: 6_000, months, amount });
  });

  it.each([[4_799, 4_800], [4_800, 4_800], [24_000, 24_000], [24_001, 24_000]])('an own wage of %d counts as %d', (own, base) => {
    expect(lumpSum(10, own)['baseWage']).toBe(base);
  });

  it.each([[5_000, 55_000], [4_000, 52_800], [30_000, 264_000]])('grade 8 at %d: %d', (own, amount) => {
    expect(lumpSum(8, own)['amount']).toBe(amount);
  });

  it.each([['3 years 7 months', '2025-07-31', 24_000], ['2 years 5 months', '2024-05-31', 15_000], ['5 months', '2022-05-31', 3_000]])('severance after %s at 6,000', (_service, endDate, total) => {
    expect(severance(endDate, 'N')).toBe(total);
  });

  it('unlawful dismissal after 3 years 7 months: 48,000', () => expect(severance('2025-07-31', '2N')).toBe(48_000));

  it('no written contract from 2024-01-10, left 2025-03-01, at 5,000: 55,000 besides the pay', () => {
    const input = { hireDate: '2024-01-10', signDate: null, endDate: '2025-03-01', monthlyWage: 5_000, partialMonthWorkdays: 0 };
    expect(value('double_wage', input)).toMatchObject({ wholeMonths: 11, secondWage: 55_000 });
  });

  it.each([[9, false], [10, true]])('%d workers with one claim may elect representatives: %s', (workers, may) => {
    expect(value('collective_case', { workers, commonClaim: true })['isCollective']).toBe(may);
  });

  it('a province that is not loaded: not available, ask the lawyer', () => {
    const input = { grade: 8, subsidyBase: null, medicalMonths: null, employmentMonths: null, insured: true };
    expect(() => ask('injury.termination', input)).toThrow(NotLoaded);
    expect(() => ask('injury.termination', input)).toThrow('not available, ask the lawyer: subsidyBase, medicalMonths, employmentMonths');
  });
});
