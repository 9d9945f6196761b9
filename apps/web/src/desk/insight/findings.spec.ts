import { describe, expect, it } from '@jest/globals';
import { ofDays, ofMoney, ofMonths, ofTypes } from './findings.js';

const MONEY = { agreedFen: 0, paidFen: 0, awardedFen: 0, awards: 0, awardsWithoutAmount: 0 };
const month = (name: string, cases: number, before: number | null = null) => ({
  month: name, cases, settled: 0, ...MONEY, medianDays: null,
  lastYear: before === null ? null : { month: '', cases: before, settled: 0, ...MONEY, medianDays: null },
});

describe('what a chart is about', () => {
  it.each([
    [12, { say: 'monthsMore', by: 8 }],
    [26, { say: 'monthsFewer', by: 6 }],
    [20, { say: 'monthsSame' }],
  ])('sets the last whole month against %d a year before', (before, finding) => {
    expect(ofMonths([month('2026-10', 20, before), month('2026-11', 3, 25)], '2026-11')).toMatchObject({ month: '2026-10', cases: 20, ...finding });
  });

  it('names the month with most cases where there is no year before, and the first of equals', () => {
    expect(ofMonths([month('2026-09', 7), month('2026-10', 7), month('2026-11', 3)], '2026-11')).toEqual({ say: 'monthsMost', month: '2026-09', cases: 7 });
  });

  it('says nothing of nothing', () => {
    expect(ofMonths([], '2026-11')).toEqual({ say: 'nothing' });
    expect(ofTypes({ byType: [], cases: 0 })).toEqual({ say: 'nothing' });
    expect(ofMoney(MONEY)).toEqual({ say: 'nothing' });
    expect(ofDays({ daysToSettle: { median: null, p90: null } }, 15)).toEqual({ say: 'nothing' });
  });

  it('tells the share of the commonest type, what was promised, arrived and was granted, and whether mediation keeps its period', () => {
    const type = (name: string, cases: number) => ({ type: name, cases, settled: 0, ...MONEY, medianDays: null });
    expect(ofTypes({ byType: [type('OVERTIME', 5), type('UNPAID_WAGES', 15)], cases: 20 })).toEqual({ say: 'typesMost', type: 'UNPAID_WAGES', share: 0.75 });
    expect(ofMoney({ agreedFen: 0, paidFen: 900, awardedFen: 0 })).toEqual({ say: 'moneyPaid', agreedFen: 0, paidFen: 900 });
    expect(ofMoney({ agreedFen: 1400, paidFen: 900, awardedFen: 300 })).toEqual({ say: 'moneyAndAwards', agreedFen: 1400, paidFen: 900, awardedFen: 300 });
    expect(ofDays({ daysToSettle: { median: 0, p90: 15 } }, 15)).toEqual({ say: 'daysWithin', median: 0, p90: 15, limit: 15 });
    expect(ofDays({ daysToSettle: { median: 9, p90: 21.6 } }, 15)).toEqual({ say: 'daysBeyond', median: 9, p90: 22, limit: 15 });
  });
});
