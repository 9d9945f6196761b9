import { z } from 'zod';
import { Exact } from '../money/exact.js';
import { disabilityGrade, localMonths, localYuan } from '../registry/inputs.js';
import { NotLoaded } from '../registry/not-loaded.js';
import { defineTopic, say, type Step } from '../registry/topic.js';
import { LOCAL_SUBSIDY_TABLE } from '../registry/warnings.js';
import { hasTerminationSubsidies } from './grades.js';

interface Table {
  readonly subsidyBase?: number | null | undefined;
  readonly medicalMonths?: number | null | undefined;
  readonly employmentMonths?: number | null | undefined;
}

export interface Subsidies {
  readonly medical: Exact;
  readonly employment: Exact;
  readonly step: Step;
}

/**
 * 一次性工伤医疗补助金 and 一次性伤残就业补助金 at the end of employment, from the provincial table.
 * @throws NotLoaded when the grade has them and the table is missing
 */
export function terminationSubsidies(grade: number, { subsidyBase, medicalMonths, employmentMonths }: Table): Subsidies {
  if (!hasTerminationSubsidies(grade)) {
    return { medical: Exact.ZERO, employment: Exact.ZERO, step: say(`${grade} 级伤残保留劳动关系，没有终止时的两项补助金`, `Grade ${grade} keeps its employment: no subsidies for its end`) };
  }
  const table = { subsidyBase, medicalMonths, employmentMonths };
  const missing = Object.entries(table).flatMap(([field, figure]) => (typeof figure === 'number' ? [] : [field]));
  if (missing.length) throw new NotLoaded(missing);
  const medical = Exact.of(subsidyBase!).times(medicalMonths!);
  const employment = Exact.of(subsidyBase!).times(employmentMonths!);
  return {
    medical,
    employment,
    step: say(
      `一次性工伤医疗补助金 ${subsidyBase} × ${medicalMonths} 个月 = ${medical} 元；一次性伤残就业补助金 ${subsidyBase} × ${employmentMonths} 个月 = ${employment} 元`,
      `Medical subsidy ${subsidyBase} × ${medicalMonths} months = ${medical} yuan; employment subsidy ${subsidyBase} × ${employmentMonths} months = ${employment} yuan`,
    ),
  };
}

export const injuryTerminationTopic = defineTopic({
  topic: 'injury.termination',
  title: say('终止劳动关系时的两项一次性补助金', 'The two one-off subsidies at the end of employment'),
  unit: 'yuan',
  source: '工伤保险条例 Art 36, 37, 62; 社会保险法 Art 38, 39, 41',
  effectiveFrom: '2011-07-01',
  input: z.strictObject({ grade: disabilityGrade, subsidyBase: localYuan, medicalMonths: localMonths, employmentMonths: localMonths, insured: z.boolean() }),
  evaluate: ({ grade, insured, ...table }) => {
    const { medical, employment, step } = terminationSubsidies(grade, table);
    const fund = insured ? medical : Exact.ZERO;
    const employer = insured ? employment : medical.plus(employment);
    return {
      value: { medicalSubsidy: medical.round(), employmentSubsidy: employment.round(), fundPays: fund.round(), employerPays: employer.round() },
      working: [
        step,
        insured
          ? say(`医疗补助金由工伤保险基金支付 ${fund} 元，就业补助金由用人单位支付 ${employer} 元`, `The fund pays the medical subsidy, ${fund} yuan; the employer the employment subsidy, ${employer} yuan`)
          : say(`未参加工伤保险，全部由用人单位支付：${employer} 元`, `Not insured: the employer pays all, ${employer} yuan`),
      ],
      warnings: [LOCAL_SUBSIDY_TABLE],
    };
  },
});
