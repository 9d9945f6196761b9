import { describe, expect, it } from '@jest/globals';
import { BadQuestion, ask } from './registry/ask.js';
import { NotLoaded } from './registry/not-loaded.js';

// Limits, absences and contradictions that the worked cases do not show

const value = (topic: string, input: object) => ask(topic, input).value;

describe('at the edge of a rule', () => {
  it.each([
    ['no order, not paid: the principal only', 'wage_surcharge', { amountDue: 450, orderIssued: false, paidWithinOrder: false }, { surchargeMin: 0, surchargeMax: 0, totalMax: 450 }],
    ['paid in time as ordered', 'wage_surcharge', { amountDue: 450, orderIssued: true, paidWithinOrder: true }, { surchargeMin: 0, surchargeMax: 0, totalMax: 0 }],
    ['a wage below the minimum bears no deduction', 'wage_deduction', { monthlyWage: 2000, lossClaimed: 500, localMinMonthlyWage: 2200 }, { maxMonthlyDeduction: 0, netMin: 2000 }],
    ['more time off than rest-day hours', 'overtime.hours', { monthlyWage: 5220, weekdayHours: 0, restDayHours: 8, restDayCompLeaveHours: 10, statutoryHolidayHours: 0 }, { weekdayPay: 0, restDayPay: 0, statutoryHolidayPay: 0, total: 0 }],
    ['a part month alone', 'double_wage', { hireDate: '2025-05-06', signDate: '2025-06-17', endDate: null, monthlyWage: 8700, partialMonthWorkdays: 8 }, { fromDate: '2025-06-06', toDate: '2025-06-16', wholeMonths: 0, secondWage: 3200 }],
    ['a part month is at most a month', 'double_wage', { hireDate: '2025-05-06', signDate: '2025-07-05', endDate: null, monthlyWage: 8700, partialMonthWorkdays: 23 }, { fromDate: '2025-06-06', toDate: '2025-07-04', wholeMonths: 0, secondWage: 8700 }],
    ['hired on the 31st, with days beside eleven months: eleven at most', 'double_wage', { hireDate: '2025-01-31', signDate: null, endDate: null, monthlyWage: 5000, partialMonthWorkdays: 3 }, { fromDate: '2025-02-28', toDate: '2026-01-30', wholeMonths: 11, secondWage: 55000 }],
    ['hired on the 31st', 'double_wage', { hireDate: '2024-01-31', signDate: null, endDate: null, monthlyWage: 5000, partialMonthWorkdays: 0 }, { fromDate: '2024-02-29', toDate: '2025-01-30', wholeMonths: 11, secondWage: 55000 }],
    ['all of the second wage too old', 'double_wage.limitation', { fromDate: '2024-04-15', toDate: '2025-03-14', monthlyWage: 6000, filingDate: '2026-04-15', mode: 'per_day' }, { claimableFrom: '2025-04-15', claimableWholeMonths: 0, claimable: 0 }],
    ['a year from the end of it all, on its last day, a Monday after the weekend', 'double_wage.limitation', { fromDate: '2024-04-15', toDate: '2025-03-14', monthlyWage: 6000, filingDate: '2026-03-16', mode: 'from_end' }, { claimableFrom: '2024-04-15', claimableWholeMonths: 11, claimable: 66000 }],
    ['a year from the end of it all, a day late', 'double_wage.limitation', { fromDate: '2024-04-15', toDate: '2025-03-14', monthlyWage: 6000, filingDate: '2026-03-17', mode: 'from_end' }, { claimableFrom: null, claimableWholeMonths: 0, claimable: 0 }],
    ['suitable work arranged: no allowance for grade 5', 'injury.allowance', { grade: 5, ownMonthlyWage: 6000, localAvgMonthlyWage: 8000, localMinMonthlyWage: 2200, suitableWorkArranged: true }, { monthly: 0, payer: null }],
    ['grade 1 leaves its post whatever is arranged', 'injury.allowance', { grade: 1, ownMonthlyWage: 6000, localAvgMonthlyWage: 8000, localMinMonthlyWage: 2200, suitableWorkArranged: true }, { monthly: 5400, payer: 'fund' }],
    ['no dependence, no nursing', 'injury.nursing', { dependency: 'none', localAvgMonthlyWage: null }, { monthly: 0, payer: null }],
    ['not insured: the employer pays both subsidies', 'injury.termination', { grade: 9, subsidyBase: 7000, medicalMonths: 5, employmentMonths: 6, insured: false }, { medicalSubsidy: 35000, employmentSubsidy: 42000, fundPays: 0, employerPays: 77000 }],
    ['grades 1 to 4 need no subsidy table', 'injury.termination', { grade: 4, subsidyBase: null, medicalMonths: null, employmentMonths: null, insured: true }, { medicalSubsidy: 0, employmentSubsidy: 0, fundPays: 0, employerPays: 0 }],
    ['twelve months unless confirmed', 'injury.stay_pay', { monthlyWage: 5000, months: 15, extensionConfirmed: false }, { payableMonths: 12, amount: 60000, payer: 'employer' }],
    ['no dependants, a wage below 60%', 'injury.death', { deathYear: 2025, nationalUrbanDisposableIncomePrevYear: null, localAvgMonthlyWage: 8000, ownMonthlyWage: 3000, dependants: [] }, { funeral: 48000, lumpSum: 1083760, pensionUncapped: 0, pensionMonthly: 0, oneOffTotal: 1131760 }],
    ['death with an illegal employer', 'illegal_employer.lump', { grade: null, death: true, localAvgAnnualWage: 90000, nationalUrbanDisposableIncomePrevYear: 54188 }, { lumpSum: 1800000, otherDeathPayment: 541880, total: 2341880 }],
    ['an agreed pay needs no minimum wage', 'noncompete', { avgMonthlyWage: 9000, localMinMonthlyWage: null, agreedMonthly: 1000, performedMonths: 30, employerReleasedEarly: true }, { monthly: 1000, performedPay: 24000, releaseExtra: 3000, total: 27000 }],
    ['under three months no probation', 'probation', { contractMonths: 2, agreedProbationMonths: 1, servedProbationMonths: 1, wageAfterProbation: 5000 }, { maxProbationMonths: 0, lawful: false, illegalMonthsServed: 1, damages: 5000 }],
    ['exactly three months: one', 'probation', { contractMonths: 3, agreedProbationMonths: 1, servedProbationMonths: 1, wageAfterProbation: 5000 }, { maxProbationMonths: 1, lawful: true, illegalMonthsServed: 0, damages: 0 }],
    ['the agreed penalty if it is lower', 'service_bond', { trainingCost: 60000, agreedPenalty: 10000, serviceMonths: 36, servedMonths: 12 }, { statutoryMax: 40000, payable: 10000 }],
    ['a non-compete for which nothing was agreed, written as 0', 'noncompete', { avgMonthlyWage: 9000, localMinMonthlyWage: 2000, agreedMonthly: 0, performedMonths: 2, employerReleasedEarly: false }, { monthly: 2700, performedPay: 5400, releaseExtra: 0, total: 5400 }],
    ['an average of seven months, as divided', 'severance', { hireDate: '2025-01-01', endDate: '2025-12-31', avgMonthlyWage: 75_000 / 7, localAvgMonthlyWage: 8000, localMinMonthlyWage: 2000, kind: 'N', lastMonthWage: null }, { serviceMonths: 12, compensationMonths: 1, baseWage: 10714.29, capped: false, floored: false, economicCompensation: 10714.29, noticePay: 0, damages: 0, total: 10714.29 }],
    ['a part month whose working days are not told is counted on the calendar', 'double_wage', { hireDate: '2025-03-15', signDate: '2025-05-08', endDate: null, monthlyWage: 8700, partialMonthWorkdays: null }, { fromDate: '2025-04-15', toDate: '2025-05-07', wholeMonths: 0, secondWage: 6000 }],
    ['wages of somebody who works there still, without a day of leaving', 'deadline.limitation', { accrualDate: '2024-07-01', interruptions: [], suspensions: [], claimType: 'wages', filingDate: '2026-07-01' }, { rawLastDate: null, lastDate: null, timeBarred: false }],
    ['a miscarriage at four months', 'maternity_days', { dystocia: false, babies: 0, miscarriageAtMonths: 4 }, { days: 42 }],
    ['less than a year of work: no leave', 'annual_leave.eligibility', { cumulativeYears: 0.5, sickLeaveMonths: 0, paidPersonalLeaveDays: 0 }, { eligible: false, days: 0 }],
    ['twenty years with the employer', 'medical_period', { totalWorkYears: 20, employerYears: 20 }, { months: 24, windowMonths: 30 }],
    ['kinds that never and always are final', 'final_award', { localMinMonthlyWage: 2000, items: [{ kind: 'labour_standard', amount: 999999 }, { kind: 'other', amount: 1 }, { kind: 'double_wage', amount: 24000.01 }] }, { threshold: 24000, items: [{ kind: 'labour_standard', final: true }, { kind: 'other', final: false }, { kind: 'double_wage', final: false }] }],
    ['ten workers without a common claim', 'collective_case', { workers: 10, commonClaim: false }, { isCollective: false, minReps: null, maxReps: null, priorityFiling: false }],
    ['exactly a tenth of a small firm', 'mass_layoff', { headcount: 30, layoffs: 3 }, { procedureRequired: true }],
    ['a period of nothing from a Saturday: the Monday, unless working days are counted', 'deadline.period', { startDate: '2026-11-21', n: 0, unit: 'day' }, { rawDate: '2026-11-21', dueDate: '2026-11-23' }],
    ['no working day from a Saturday', 'deadline.period', { startDate: '2026-11-21', n: 0, unit: 'working_day' }, { rawDate: '2026-11-21', dueDate: '2026-11-21' }],
    ['no month from the last of February', 'deadline.period', { startDate: '2024-02-29', n: 0, unit: 'month' }, { rawDate: '2024-02-29', dueDate: '2024-02-29' }],
    ['a third of a month, with all its decimals', 'injury.stay_pay', { monthlyWage: 6000, months: 1 / 3, extensionConfirmed: false }, { payableMonths: 1 / 3, amount: 2000, payer: 'employer' }],
    ['nothing that interrupts or suspends, left out', 'deadline.limitation', { accrualDate: '2024-07-01', claimType: 'general', filingDate: '2025-07-01' }, { rawLastDate: '2025-07-01', lastDate: '2025-07-01', timeBarred: false }],
    ['nobody employed, nobody laid off', 'mass_layoff', { headcount: 0, layoffs: 0 }, { procedureRequired: false }],
    ['nobody at all', 'dispatch_ratio', { contractWorkers: 0, dispatchedWorkers: 0 }, { ratioPct: 0, compliant: true }],
    ['a ratio that only rounds to ten', 'dispatch_ratio', { contractWorkers: 89_999, dispatchedWorkers: 10_000 }, { ratioPct: 10, compliant: false }],
    ['two against three', 'bargaining_reps', { workerReps: 3, employerReps: 2, workerExternal: 0, employerExternal: 0 }, { valid: false }],
    ['interrupted while suspended: a year from the interruption', 'deadline.limitation', { accrualDate: '2024-07-01', interruptions: ['2024-09-10'], suspensions: [{ from: '2024-09-01', to: '2024-12-01' }], claimType: 'general', employmentEndDate: null, filingDate: '2025-07-01' }, { rawLastDate: '2025-09-10', lastDate: '2025-09-10', timeBarred: false }],
    ['asked for before the start: the year is no shorter', 'deadline.limitation', { accrualDate: '2024-07-01', interruptions: ['2024-03-01'], suspensions: [], claimType: 'general', employmentEndDate: null, filingDate: '2025-07-01' }, { rawLastDate: '2025-07-01', lastDate: '2025-07-01', timeBarred: false }],
    ['two causes at one time: no day stands still twice', 'deadline.limitation', { accrualDate: '2024-07-01', interruptions: [], suspensions: [{ from: '2024-09-01', to: '2024-12-01' }, { from: '2024-11-01', to: '2024-12-11' }, { from: '2024-10-01', to: '2024-10-09' }], claimType: 'general', employmentEndDate: null, filingDate: '2025-07-01' }, { rawLastDate: '2025-10-10', lastDate: '2025-10-10', timeBarred: false }],
    ['suspended before the start: what is left of it counts', 'deadline.limitation', { accrualDate: '2024-07-01', interruptions: [], suspensions: [{ from: '2024-06-01', to: '2024-07-11' }], claimType: 'general', employmentEndDate: null, filingDate: '2025-07-11' }, { rawLastDate: '2025-07-11', lastDate: '2025-07-11', timeBarred: false }],
  ])('%s', (_case, topic, input, expected) => expect(value(topic, input)).toEqual(expected));

  it.each([
    ['an end before the beginning', 'severance', { hireDate: '2025-01-02', endDate: '2025-01-01', avgMonthlyWage: 1, localAvgMonthlyWage: 1, localMinMonthlyWage: 1, kind: 'N', lastMonthWage: null }],
    ['N+1 without the last wage', 'severance', { hireDate: '2025-01-01', endDate: '2025-05-01', avgMonthlyWage: 1, localAvgMonthlyWage: 1, localMinMonthlyWage: 1, kind: 'N+1', lastMonthWage: null }],
    ['more leave days than a year has', 'annual_leave', { cumulativeYears: 2, avgMonthlyWageExclOvertime: 1, basis: 'termination', calendarDays: 367, usedDays: 0, workerWaivedInWriting: false }],
    ['a leaver without days', 'annual_leave', { cumulativeYears: 2, avgMonthlyWageExclOvertime: 1, basis: 'termination', calendarDays: null, usedDays: 0, workerWaivedInWriting: false }],
    ['an eleventh grade', 'injury.lump_sum', { grade: 11, ownMonthlyWage: 1, localAvgMonthlyWage: 1 }],
    ['no grade and no death', 'illegal_employer.lump', { grade: null, death: false, localAvgAnnualWage: 1, nationalUrbanDisposableIncomePrevYear: null }],
    ['a day that does not exist', 'deadline.period', { startDate: '2025-02-29', n: 1, unit: 'day' }],
    ['a period below nothing', 'deadline.period', { startDate: '2025-02-28', n: -1, unit: 'day' }],
    ['a period of half a day', 'deadline.period', { startDate: '2025-02-28', n: 0.5, unit: 'day' }],
    ['a period longer than any calendar', 'deadline.period', { startDate: '2025-02-28', n: 251, unit: 'year' }],
    ['a negative wage', 'late_fee', { arrears: -1, daysLate: 1 }],
    ['more laid off than employed', 'mass_layoff', { headcount: 3, layoffs: 4 }],
  ])('%s is refused', (_case, topic, input) => expect(() => value(topic, input)).toThrow(BadQuestion));

  it('overtime in a year whose holidays are not announced is not available', () => {
    expect(() => value('overtime.by_date', { monthlyWage: 5220, entries: [{ date: '2027-05-01', hours: 8 }] })).toThrow(new NotLoaded(['holiday calendar 2027']));
  });
});
