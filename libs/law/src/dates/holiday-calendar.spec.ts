import { describe, expect, it } from '@jest/globals';
import { caseClocks } from '../clocks/case-clocks.js';
import { ask } from '../registry/ask.js';
import { NotLoaded } from '../registry/not-loaded.js';
import { entitlementSheet } from '../sheet/entitlement-sheet.js';
import { nothingLoaded } from '../sheet/local-figures.js';
import { SHIPPED_CALENDARS, unknownYears, type Calendars } from './holiday-calendar.js';

// an arrangement made up for the test, not the State Council's
const WITH_2027: Calendars = {
  ...SHIPPED_CALENDARS,
  2027: { notice: '示例通知', breaks: [['01-01', '01-03'], ['02-05', '02-11'], ['05-01', '05-05']], makeUp: ['01-30'], statutory: ['01-01', '02-05', '02-06', '02-07', '02-08', '05-01', '05-02'] },
};
const OF_2027 = /2027/;

describe('a year whose holiday calendar is not known', () => {
  it.each([
    ['a period that ends in it', { startDate: '2026-12-20', n: 30, unit: 'day' }],
    ['a period whose last day of the old year rolls into it', { startDate: '2025-12-31', n: 12, unit: 'month' }, []],
    ['working days that run into it', { startDate: '2026-12-28', n: 5, unit: 'working_day' }],
  ] as const)('%s is said to be provisional, and is not once it is loaded', (_name, input, expected: readonly unknown[] = [expect.objectContaining({ zh: expect.stringMatching(OF_2027), en: expect.stringMatching(OF_2027) })]) => {
    const provisional = (calendars?: Calendars) => ask('deadline.period', input, calendars).warnings.filter((w) => OF_2027.test(w.zh));
    expect(provisional()).toEqual(expected);
    expect(provisional(WITH_2027)).toEqual([]);
  });

  it('moves the last day when it comes: a break is no working day and a worked Saturday is one', () => {
    const due = (input: object, calendars?: Calendars) => (ask('deadline.period', input, calendars).value as { dueDate: string }).dueDate;
    const intoSpringFestival = { startDate: '2027-01-20', n: 17, unit: 'day' };
    expect([due(intoSpringFestival), due(intoSpringFestival, WITH_2027)]).toEqual(['2027-02-08', '2027-02-12']);
    const workingDays = { startDate: '2027-01-28', n: 2, unit: 'working_day' };
    expect([due(workingDays), due(workingDays, WITH_2027)]).toEqual(['2027-02-01', '2027-01-30']);
  });

  it('makes the limitation and every clock of a case provisional, an extension among them', () => {
    const events = [
      { kind: 'rights_known', on: '2026-03-01', by: 'worker' },
      { kind: 'court_mediation_accepted', on: '2026-12-01', by: 'authority' },
      { kind: 'mediation_extended', on: '2026-12-20', until: '2027-01-20', by: 'both' },
    ] as const;
    const facts = { claimsPay: false, claimsOther: true, employed: true };
    const clocks = (calendars?: Calendars) => caseClocks(events, facts, '2026-12-22', calendars).filter((c) => ['COURT_ONLINE_MEDIATION_30D', 'LIMITATION_GENERAL'].includes(c.rule));
    expect(clocks().map((c) => [c.rule, c.dueDate, c.provisional.map((p) => OF_2027.test(p.zh))])).toEqual([['COURT_ONLINE_MEDIATION_30D', '2027-01-20', [true]], ['LIMITATION_GENERAL', '2027-03-01', [true]]]);
    expect(clocks(WITH_2027).flatMap((c) => c.provisional)).toEqual([]);
  });

  it('gives no triple pay until it is loaded', () => {
    const question = { monthlyWage: 4_350, entries: [{ date: '2027-02-06', hours: 8 }] };
    expect(() => ask('overtime.by_date', question)).toThrow(NotLoaded);
    expect(ask('overtime.by_date', question, WITH_2027).value).toMatchObject({ total: 600 });
  });

  it('leaves the odd days of a second wage to be asked for', () => {
    const answers = { matters: ['contract'], contract: 'no', stillEmployed: 'no', hireDate: '2026-10-10', endDate: '2027-02-15', monthlyWage: 5_000 };
    const line = (calendars?: Calendars) => entitlementSheet({ answers, local: nothingLoaded('示例市'), asOf: '2027-03-01', ...(calendars ? { calendars } : {}) }).lines.find((l) => l.claim === 'double_wage');
    expect(line()).toMatchObject({ high: null, missingTables: [{ field: 'holiday calendar 2027' }] });
    expect(line(WITH_2027)).toMatchObject({ high: expect.any(Number), missingTables: [] });
  });

  it('is any year of a stretch', () => expect(unknownYears('2025-12-31', '2028-01-01', SHIPPED_CALENDARS)).toEqual(['2027', '2028']));
});
