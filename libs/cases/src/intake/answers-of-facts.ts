import { couldFit, questionById, yuanOf, type Answers, type DisputeType } from '@hejie/law';
import type { DraftAnswers } from '../contract/index.js';

/** What of the intake's matters a dispute type is. */
const MATTER: Partial<Record<DisputeType, string>> = {
  EMPLOYMENT_RELATION: 'relation', UNPAID_WAGES: 'wages', OVERTIME: 'overtime', NO_CONTRACT: 'noContract', UNLAWFUL_TERMINATION: 'ended', ECON_COMPENSATION: 'ended',
  CONTRACT_TERMS: 'transfer', PROBATION: 'probation', WORK_INJURY: 'injury', WORK_DEATH: 'death', OCCUPATIONAL_DISEASE: 'disease', SOCIAL_INSURANCE: 'insurance',
  SICK_LEAVE_PAY: 'sick', ANNUAL_LEAVE: 'leave', WORKING_TIME: 'hours', MATERNITY: 'baby', NON_COMPETE: 'noncompete', TRAINING_BOND: 'training', WAGE_DEDUCTION: 'deduction',
  DISPATCH: 'dispatch', PLATFORM_WORK: 'platformRules', RIDER_INJURY: 'injury', FILE_AND_DEPOSIT: 'papers', EQUAL_TREATMENT: 'unequal', COLLECTIVE_CONTRACT: 'collectiveContract',
  MASS_LAYOFF: 'layoff', OTHER: 'other',
};
const GROUP = 10;

type Facts = Omit<DraftAnswers, 'claimant'>;

/**
 * What a case answers of the law's questions: what was answered when it was filed, or, of a case or draft
 * that was written without them, what its facts come to. What they do not say is left open, never assumed.
 */
export function answersOfFacts(facts: Facts): Answers {
  if (facts.intake) return Object.fromEntries(Object.entries(facts.intake).filter(([id, answer]) => questionById.has(id) && couldFit(questionById.get(id)!, answer)));
  const { disputeTypes = [], employment: e = {}, groupSize } = facts;
  if (disputeTypes.length === 0) return {};
  const work = e.platformWork ? 'platform' : disputeTypes.includes('DISPATCH') ? 'dispatched' : disputeTypes.includes('OVER_AGE') ? 'retired' : 'employee';
  const matters = [...new Set(disputeTypes.flatMap((type) => MATTER[type] ?? []))].filter((matter) => work === 'platform' || matter !== 'platformRules');
  return {
    work,
    ...(groupSize === undefined ? {} : { people: groupSize >= GROUP ? 'many' : groupSize > 1 ? 'few' : 'one' }),
    ...(groupSize !== undefined && groupSize > 1 ? { headcount: groupSize } : {}),
    ...(matters.length ? { matters } : {}),
    ...(e.startDate ? { hireDate: e.startDate } : {}),
    ...(e.endDate ? { stillEmployed: 'no', endDate: e.endDate } : {}),
    ...(e.monthlyWageFen === undefined ? {} : { monthlyWage: yuanOf(e.monthlyWageFen) }),
    ...(e.contract ? { contract: e.contract } : {}),
    ...(e.insured ? { insured: e.insured } : {}),
  };
}
