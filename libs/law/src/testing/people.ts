import type { Answers } from '../intake/condition.js';
import type { LocalFigures } from '../sheet/local-figures.js';

// People of the scenarios, as they answer the intake; the local figures are illustrative

export const CITY: LocalFigures = {
  region: '示例市',
  sourceTitle: '示例数据，非真实标准',
  validFrom: '2025-07-01',
  localAvgMonthlyWage: 8_000,
  localMinMonthlyWage: 2_000,
  localAvgAnnualWage: 96_000,
  subsidyBase: 7_200,
  subsidyMonths: { 8: { medical: 10, employment: 10 } },
};

const EMPLOYEE = { work: 'employee', age: 'adult', people: 'one' } as const;
const NOT_YET = { stage: 'none' } as const;

/** Grade 8, no contract, no insurance, 5,000 a month, left after 14 months. */
export const JIANG: Answers = {
  ...EMPLOYEE, matters: ['injury', 'noContract'], licensed: 'yes',
  hireDate: '2024-01-10', stillEmployed: 'no', endDate: '2025-03-01', monthlyWage: 5_000, contract: 'no', insured: 'no',
  where: 'work', hurtOn: '2024-06-03', recognition: 'yes', grade: '8', conclusionOn: '2025-02-10', injuryEnds: 'yes', nursing: 'none',
  stayMonths: 3, medicalCosts: 4_200, alreadyPaid: 4_200, knewOn: '2025-03-01', demandedOn: null, ...NOT_YET,
};

/** Hurt and not recognised: the employer stalls. */
export const HU: Answers = {
  ...EMPLOYEE, matters: ['injury'], licensed: 'yes', hireDate: '2019-03-01', stillEmployed: 'yes', monthlyWage: 6_000, contract: 'yes', insured: 'no',
  where: 'work', hurtOn: '2020-05-01', recognition: 'no', stayMonths: 2, medicalCosts: null, alreadyPaid: 4_200, knewOn: '2020-05-01', demandedOn: null, ...NOT_YET,
};

/** A rider whose station manages closely. */
export const RIDER: Answers = {
  work: 'platform', platformControl: 'managed', platformSigner: 'partner', age: 'adult', people: 'one', matters: ['injury', 'relation'], licensed: 'yes',
  hireDate: '2025-01-06', stillEmployed: 'yes', monthlyWage: 7_000, contract: 'no', insured: 'no', where: 'work', hurtOn: '2025-08-01', recognition: 'no',
  stayMonths: 1, medicalCosts: 3_000, alreadyPaid: 0, knewOn: '2025-08-10', demandedOn: null, ...NOT_YET,
};

/** Twelve kitchen hands who worked through the Spring Festival for time off. */
export const RESTAURANT: Answers = {
  ...EMPLOYEE, people: 'many', headcount: 12, commonClaim: 'yes', tension: 'no', matters: ['overtime'], hireDate: '2023-02-01', stillEmployed: 'yes', monthlyWage: 5_220,
  contract: 'yes', insured: 'yes', hoursSystem: 'standard', weekdayHours: 0, restDayHours: 16, restDayCompLeaveHours: 16, statutoryHolidayHours: 24, overtimeProof: 'all', demandedOn: null, ...NOT_YET,
};

/** Dismissed while pregnant, "not up to the work", without notice. */
export const PREGNANT: Answers = {
  ...EMPLOYEE, matters: ['ended'], hireDate: '2022-01-01', stillEmployed: 'no', endDate: '2025-07-31', monthlyWage: 6_000, contract: 'yes', insured: 'yes',
  ending: 'dismissed', dismissReason: 'unfit', notice: 'no', lastMonthWage: 6_200, protection: ['pregnant'], unionTold: 'no', wish: 'money', knewOn: '2025-07-31', demandedOn: null, ...NOT_YET,
};

export const HOUSEHOLD: Answers = { work: 'household' };
