import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths } from './dates/civil-date.js';
import { isDayOff, SHIPPED_CALENDARS } from './dates/holiday-calendar.js';
import { DEADLINE_RULES, type DeadlineCode } from './deadlines/deadline-rules.js';
import { ask } from './registry/ask.js';

type Figures = Record<string, number>;
const value = <T = Figures>(topic: string, input: object) => ask(topic, input).value as T;

const fen = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((n) => n / 100);
const wage = fen(60_000);
const localAverage = fc.integer({ min: 4_000, max: 15_000 });
const minimumWage = fc.integer({ min: 1_500, max: 2_800 });
const grade = fc.integer({ min: 1, max: 10 });
const flag = fc.boolean();
const day = fc.integer({ min: 0, max: 730 }).map((n) => addDays('2024-01-01', n));
const cents = (n: number) => Math.round(n * 100);
/** Equal but for the rounding of each part. */
const sumsTo = (parts: number[], total: number) => Math.abs(parts.reduce((a, b) => a + cents(b), 0) - cents(total)) <= parts.length;

const severance = fc.record({
  hireDate: fc.integer({ min: 0, max: 6000 }).map((n) => addDays('2008-01-01', n)),
  served: fc.integer({ min: 0, max: 6000 }),
  avgMonthlyWage: wage,
  localAvgMonthlyWage: localAverage,
  localMinMonthlyWage: minimumWage,
  kind: fc.constantFrom('N', 'N+1', '2N'),
  lastMonthWage: wage,
});
const severanceOf = ({ served, ...i }: typeof severance extends fc.Arbitrary<infer T> ? T : never) =>
  value<Figures & { capped: boolean; floored: boolean }>('severance', { ...i, endDate: addDays(i.hireDate, served) });

describe('severance', () => {
  it('does not fall when the wage or the service grows, within the cap and at it', () => {
    fc.assert(
      fc.property(severance, fen(5_000), fc.integer({ min: 0, max: 800 }), (i, more, longer) => {
        const before = severanceOf(i);
        expect(severanceOf({ ...i, served: i.served + longer })['total']).toBeGreaterThanOrEqual(before['total']!);
        const after = severanceOf({ ...i, avgMonthlyWage: cents(i.avgMonthlyWage + more) / 100 });
        expect(after['baseWage']).toBeGreaterThanOrEqual(before['baseWage']!);
        // crossing the cap brings the limit of twelve years with it, so only there a higher wage may bring less
        if (before.capped === after.capped) expect(after['total']).toBeGreaterThanOrEqual(before['total']!);
      }),
    );
  });

  it('is bound by three local averages and then twelve months, and by the minimum wage', () => {
    fc.assert(
      fc.property(severance, (i) => {
        const { baseWage, compensationMonths, capped, floored } = severanceOf(i);
        expect(baseWage).toBeLessThanOrEqual(3 * i.localAvgMonthlyWage);
        expect(baseWage).toBeGreaterThanOrEqual(i.localMinMonthlyWage);
        expect(capped).toBe(i.avgMonthlyWage > 3 * i.localAvgMonthlyWage);
        expect(floored).toBe(i.avgMonthlyWage < i.localMinMonthlyWage);
        if (capped) expect(compensationMonths).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('2N is twice N and pays nothing else; the parts sum to the total', () => {
    fc.assert(
      fc.property(severance, (i) => {
        const n = severanceOf({ ...i, kind: 'N' });
        const double = severanceOf({ ...i, kind: '2N' });
        expect(Math.abs(cents(double['damages']!) - 2 * cents(n['economicCompensation']!))).toBeLessThanOrEqual(1);
        const { economicCompensation, noticePay, damages, total } = severanceOf(i);
        expect(sumsTo([economicCompensation!, noticePay!, damages!], total!)).toBe(true);
      }),
    );
  });
});

describe('overtime', () => {
  const hours = fc.integer({ min: 0, max: 800 }).map((n) => n / 4);
  const overtime = fc.record({ monthlyWage: wage, weekdayHours: hours, restDayHours: hours, restDayCompLeaveHours: hours, statutoryHolidayHours: hours });

  it('sums to its total, grows with wage and hours, and is never below 0', () => {
    fc.assert(
      fc.property(overtime, hours, fen(3_000), (i, moreHours, moreWage) => {
        const { weekdayPay, restDayPay, statutoryHolidayPay, total } = value('overtime.hours', i);
        expect(Math.min(weekdayPay!, restDayPay!, statutoryHolidayPay!)).toBeGreaterThanOrEqual(0);
        expect(sumsTo([weekdayPay!, restDayPay!, statutoryHolidayPay!], total!)).toBe(true);
        expect(value('overtime.hours', { ...i, weekdayHours: i.weekdayHours + moreHours })['total']).toBeGreaterThanOrEqual(total!);
        expect(value('overtime.hours', { ...i, monthlyWage: cents(i.monthlyWage + moreWage) / 100 })['total']).toBeGreaterThanOrEqual(total!);
        expect(value('overtime.hours', { ...i, restDayCompLeaveHours: i.restDayCompLeaveHours + moreHours })['total']).toBeLessThanOrEqual(total!);
      }),
    );
  });
});

describe('a second wage', () => {
  it('is at most eleven months, within its dates, and shrinks when the contract is signed earlier', () => {
    const odd = fc.record({ monthlyWage: wage, partialMonthWorkdays: fc.integer({ min: 0, max: 23 }) });
    fc.assert(
      fc.property(odd, day, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 60 }), (i, hireDate, signedAfter, earlier) => {
        const at = (n: number) => value<{ fromDate: string | null; toDate: string | null; wholeMonths: number; secondWage: number }>('double_wage', { ...i, hireDate, signDate: addDays(hireDate, Math.max(0, n)), endDate: null });
        const { fromDate, toDate, wholeMonths, secondWage } = at(signedAfter);
        expect(wholeMonths).toBeLessThanOrEqual(11);
        expect(cents(secondWage)).toBeLessThanOrEqual(11 * cents(i.monthlyWage));
        expect(fromDate === null).toBe(signedAfter === 0 || addDays(hireDate, signedAfter) <= addMonths(hireDate, 1));
        if (fromDate && toDate) expect(fromDate <= toDate && toDate < addMonths(hireDate, 12)).toBe(true);
        expect(at(signedAfter - earlier).wholeMonths).toBeLessThanOrEqual(wholeMonths);
      }),
    );
  });

  it('in time is a part of the whole', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 340 }), fc.integer({ min: 0, max: 700 }), wage, (fromDate, length, filedAfter, monthlyWage) => {
        const toDate = addDays(fromDate, length);
        const at = (filingDate: string) => value('double_wage.limitation', { fromDate, toDate, monthlyWage, filingDate, mode: 'per_day' });
        const all = at(fromDate);
        const left = at(addDays(fromDate, filedAfter));
        expect(left['claimable']).toBeLessThanOrEqual(all['claimable']!);
      }),
    );
  });
});

describe('injury benefits', () => {
  const injury = fc.record({
    grade,
    ownMonthlyWage: wage,
    localAvgMonthlyWage: localAverage,
    subsidyBase: localAverage,
    medicalMonths: fc.integer({ min: 0, max: 30 }),
    employmentMonths: fc.integer({ min: 0, max: 60 }),
    insured: flag,
    stayMonths: fc.integer({ min: 0, max: 30 }),
    stayMonthlyWage: wage,
    medicalCosts: fen(200_000),
    hospitalMealAllowance: fen(5_000),
    employmentEnds: flag,
  });

  it('are all paid by somebody, and by the employer alone when not insured', () => {
    fc.assert(
      fc.property(injury, (i) => {
        const { lumpSum, medicalSubsidy, employmentSubsidy, stayPay, fundPays, employerPays, total } = value('injury.package', i);
        expect(sumsTo([fundPays!, employerPays!], total!)).toBe(true);
        expect(sumsTo([lumpSum!, medicalSubsidy!, employmentSubsidy!, stayPay!, i.medicalCosts, i.hospitalMealAllowance], total!)).toBe(true);
        if (!i.insured) expect([fundPays, employerPays]).toEqual([0, total]);
        expect(value('injury.package', { ...i, insured: !i.insured })['total']).toBe(total);
        expect(cents(stayPay!)).toBeLessThanOrEqual(12 * cents(i.stayMonthlyWage));
        if (i.grade < 5) expect([medicalSubsidy, employmentSubsidy]).toEqual([0, 0]);
      }),
    );
  });

  it('keep the base between 60% and 300% of the local average and fall from grade to grade', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), wage, localAverage, fen(4_000), (g, ownMonthlyWage, localAvgMonthlyWage, more) => {
        const at = (n: number, own: number) => value('injury.lump_sum', { grade: n, ownMonthlyWage: own, localAvgMonthlyWage });
        const { baseWage, amount } = at(g, ownMonthlyWage);
        expect(cents(baseWage!)).toBeGreaterThanOrEqual(60 * localAvgMonthlyWage);
        expect(cents(baseWage!)).toBeLessThanOrEqual(300 * localAvgMonthlyWage);
        expect(at(g + 1, ownMonthlyWage)['amount']).toBeLessThan(amount!);
        expect(at(g, cents(ownMonthlyWage + more) / 100)['amount']).toBeGreaterThanOrEqual(amount!);
      }),
    );
  });

  it('of dependants are together never above the wage', () => {
    const dependants = fc.array(fc.record({ relation: fc.constant('other'), aloneOrOrphan: flag }), { maxLength: 8 });
    fc.assert(
      fc.property(dependants, wage, localAverage, (d, ownMonthlyWage, localAvgMonthlyWage) => {
        const input = { deathYear: 2025, nationalUrbanDisposableIncomePrevYear: null, localAvgMonthlyWage, ownMonthlyWage, dependants: d };
        const { pensionMonthly, pensionUncapped, funeral, lumpSum, oneOffTotal } = value('injury.death', input);
        const base = Math.min(Math.max(cents(ownMonthlyWage), 60 * localAvgMonthlyWage), 300 * localAvgMonthlyWage);
        expect(cents(pensionMonthly!)).toBe(Math.min(cents(pensionUncapped!), base));
        expect(sumsTo([funeral!, lumpSum!], oneOffTotal!)).toBe(true);
      }),
    );
  });
});

describe('other limits', () => {
  it('a deduction leaves the minimum wage and four fifths, and is never more than the loss', () => {
    fc.assert(
      fc.property(wage, fen(20_000), minimumWage, (monthlyWage, lossClaimed, localMinMonthlyWage) => {
        const { maxMonthlyDeduction: most, netMin } = value('wage_deduction', { monthlyWage, lossClaimed, localMinMonthlyWage });
        expect(most).toBeLessThanOrEqual(lossClaimed);
        expect(5 * cents(most!)).toBeLessThanOrEqual(cents(monthlyWage) + 5);
        expect(netMin).toBeGreaterThanOrEqual(Math.min(monthlyWage, localMinMonthlyWage));
        expect(sumsTo([most!, netMin!], monthlyWage)).toBe(true);
      }),
    );
  });

  it('untaken leave is between 0 and the entitlement, and 200% is two thirds of 300%', () => {
    const leave = fc.record({
      cumulativeYears: fc.integer({ min: 0, max: 40 }),
      avgMonthlyWageExclOvertime: wage,
      basis: fc.constantFrom('full_year', 'new_hire', 'termination'),
      calendarDays: fc.integer({ min: 0, max: 366 }),
      usedDays: fc.integer({ min: 0, max: 20 }),
      workerWaivedInWriting: flag,
    });
    fc.assert(
      fc.property(leave, (i) => {
        const { statutoryDays, entitledDays, owedDays, extraPay200, payAt300 } = value('annual_leave', i);
        expect(entitledDays).toBeLessThanOrEqual(statutoryDays!);
        expect(owedDays).toBe(Math.max(0, entitledDays! - i.usedDays));
        expect(Math.abs(3 * cents(extraPay200!) - 2 * cents(payAt300!))).toBeLessThanOrEqual(4);
        if (i.workerWaivedInWriting) expect([extraPay200, payAt300]).toEqual([0, 0]);
        expect(value('annual_leave', { ...i, cumulativeYears: i.cumulativeYears + 5 })['entitledDays']).toBeGreaterThanOrEqual(entitledDays!);
      }),
    );
  });

  it('a penalty for leaving falls with the months served, to 0, and is never above what was agreed or spent', () => {
    fc.assert(
      fc.property(fen(200_000), fen(200_000), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 70 }), (trainingCost, agreedPenalty, serviceMonths, servedMonths) => {
        const at = (served: number) => value('service_bond', { trainingCost, agreedPenalty, serviceMonths, servedMonths: served })['payable']!;
        expect(at(servedMonths)).toBeLessThanOrEqual(Math.min(trainingCost, agreedPenalty));
        expect(at(servedMonths + 1)).toBeLessThanOrEqual(at(servedMonths));
        expect(at(serviceMonths)).toBe(0);
      }),
    );
  });

  it('non-compete pay counts at most 24 months and is at least the minimum wage when nothing was agreed', () => {
    fc.assert(
      fc.property(wage, minimumWage, fc.integer({ min: 0, max: 40 }), flag, (avgMonthlyWage, localMinMonthlyWage, performedMonths, employerReleasedEarly) => {
        const { monthly, performedPay, releaseExtra, total } = value('noncompete', { avgMonthlyWage, localMinMonthlyWage, agreedMonthly: null, performedMonths, employerReleasedEarly });
        expect(monthly).toBeGreaterThanOrEqual(localMinMonthlyWage);
        expect(cents(performedPay!)).toBeLessThanOrEqual(24 * cents(monthly!) + 12);
        expect(sumsTo([performedPay!, releaseExtra!], total!)).toBe(true);
      }),
    );
  });
});

describe('deadlines', () => {
  const codes = Object.keys(DEADLINE_RULES) as DeadlineCode[];

  it('end after their trigger, on a working day, and later triggers do not end earlier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), day, fc.integer({ min: 0, max: 30 }), (rule, triggerDate, later) => {
        const { rawDate, dueDate } = value<{ rawDate: string; dueDate: string }>('deadline.rule', { rule, triggerDate });
        expect(rawDate > triggerDate && rawDate <= dueDate).toBe(true);
        expect(isDayOff(dueDate, SHIPPED_CALENDARS)).toBe(false);
        if (DEADLINE_RULES[rule].unit === 'working_day') expect(rawDate).toBe(dueDate);
        const next = value<{ dueDate: string }>('deadline.rule', { rule, triggerDate: addDays(triggerDate, later) });
        expect(next.dueDate >= dueDate).toBe(true);
      }),
    );
  });

  it('limitation is never shortened by an interruption or a suspension, and no day stands still twice', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(day, fc.array(fc.integer({ min: -200, max: 700 }), { maxLength: 4 }), fc.array(span, { maxLength: 2 }), (accrualDate, interruptedAfter, suspended) => {
        const limitation = (interruptions: string[], suspensions: object[]) =>
          value<{ rawLastDate: string; lastDate: string }>('deadline.limitation', { accrualDate, interruptions, suspensions, claimType: 'general', employmentEndDate: null, filingDate: accrualDate });
        const suspensions = suspended.map(([from, length]) => ({ from: addDays(accrualDate, from), to: addDays(accrualDate, from + length) }));
        const { rawLastDate, lastDate } = limitation(interruptedAfter.map((n) => addDays(accrualDate, n)), suspensions);
        expect(rawLastDate >= limitation([], []).rawLastDate).toBe(true);
        expect(limitation(interruptedAfter.map((n) => addDays(accrualDate, n)), [...suspensions, ...suspensions])).toMatchObject({ rawLastDate, lastDate });
        expect(lastDate >= rawLastDate && !isDayOff(lastDate, SHIPPED_CALENDARS)).toBe(true);
      }),
    );
  });
});
