import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { disabilityGrade, localMonths, localYuan, months, yuan } from '../registry/inputs.js';
import { defineTopic, say } from '../registry/topic.js';
import { LOCAL_SUBSIDY_TABLE } from '../registry/warnings.js';
import { injuryBaseWage } from './base-wage.js';
import { gradeOf } from './grades.js';
import { STAY_MONTHS } from './stay-pay.js';
import { terminationSubsidies, type Subsidies } from './termination-subsidies.js';

const STILL_EMPLOYED: Subsidies = {
  medical: Exact.ZERO,
  employment: Exact.ZERO,
  step: say('劳动关系未终止，暂不计两项一次性补助金', 'Employment goes on: the two subsidies for its end are not counted'),
};

/** All one-off items of an injury together, and who pays them. Without insurance every item falls on the employer. */
export const injuryPackageTopic = defineTopic({
  topic: 'injury.package',
  title: say('工伤待遇合计', 'Work-injury benefits together'),
  unit: 'yuan',
  source: '工伤保险条例 Art 30, 33, 35-37, 62, 64; 社会保险法 Art 38, 39, 41',
  effectiveFrom: '2011-07-01',
  input: z.strictObject({
    grade: disabilityGrade,
    ownMonthlyWage: yuan,
    localAvgMonthlyWage: localYuan,
    subsidyBase: localYuan,
    medicalMonths: localMonths,
    employmentMonths: localMonths,
    insured: z.boolean(),
    stayMonths: months,
    stayMonthlyWage: yuan,
    medicalCosts: yuan,
    hospitalMealAllowance: yuan,
    employmentEnds: z.boolean(),
  }),
  evaluate: (i) => {
    const { base, step } = injuryBaseWage(i.ownMonthlyWage, i.localAvgMonthlyWage);
    const lumpSumMonths = gradeOf(i.grade).lumpSumMonths;
    const lumpSum = base.times(lumpSumMonths);
    const subsidies = i.employmentEnds ? terminationSubsidies(i.grade, i) : STILL_EMPLOYED;
    const stayMonths = Math.min(i.stayMonths, STAY_MONTHS);
    const stayPay = Exact.of(i.stayMonthlyWage).times(stayMonths);
    const costs = Exact.of(i.medicalCosts).plus(i.hospitalMealAllowance);
    const fundItems = Exact.sum([lumpSum, subsidies.medical, costs]);
    const employerItems = subsidies.employment.plus(stayPay);
    const total = fundItems.plus(employerItems);
    const fund = i.insured ? fundItems : Exact.ZERO;
    const employer = i.insured ? employerItems : total;
    return {
      value: {
        lumpSum: lumpSum.round(),
        medicalSubsidy: subsidies.medical.round(),
        employmentSubsidy: subsidies.employment.round(),
        stayPay: stayPay.round(),
        fundPays: fund.round(),
        employerPays: employer.round(),
        total: total.round(),
      },
      working: [
        step,
        say(`一次性伤残补助金：${i.grade} 级 ${lumpSumMonths} 个月 × ${base} = ${lumpSum} 元`, `One-off allowance: grade ${i.grade}, ${lumpSumMonths} months × ${base} = ${lumpSum} yuan`),
        subsidies.step,
        say(`停工留薪期工资按实际工资：${i.stayMonthlyWage} × ${stayMonths} 个月 = ${stayPay} 元（最长 12 个月）`, `Wage while treated, at the real wage: ${i.stayMonthlyWage} × ${stayMonths} months = ${stayPay} yuan (12 at most)`),
        say(`医疗费 ${i.medicalCosts} + 住院伙食补助 ${i.hospitalMealAllowance} = ${costs} 元`, `Medical costs ${i.medicalCosts} + hospital meals ${i.hospitalMealAllowance} = ${costs} yuan`),
        i.insured
          ? say(`合计 ${total} 元：基金支付 ${fund} 元，用人单位支付 ${employer} 元`, `Total ${total} yuan: the fund pays ${fund}, the employer ${employer}`)
          : say(`合计 ${total} 元；未参加工伤保险，全部由用人单位支付`, `Total ${total} yuan; not insured, so the employer pays all of it`),
      ],
      warnings: [LOCAL_SUBSIDY_TABLE, say('医疗费以工伤保险目录内的实际费用为准。', 'Medical costs are the actual ones within the catalogues.')],
    };
  },
});
