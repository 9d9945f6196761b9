import type { ClaimKind } from '../../taxonomy/claim-kinds.js';
import type { DisputeType } from '../../taxonomy/dispute-types.js';
import { all, any, is, known, not, type Condition } from '../condition.js';
import { CLOSELY_MANAGED, FULLY_COVERED, OVER_AGE, PARTLY_MANAGED } from '../questions/who.js';

export interface TypeRule {
  readonly type: DisputeType;
  readonly when: Condition;
  /** What can be asked for then. */
  readonly claims: readonly ClaimKind[];
}

const rule = (type: DisputeType, when: Condition, ...claims: ClaimKind[]): TypeRule => ({ type, when, claims });
/** Asked only of people whom labour law covers. */
const matter = (...values: string[]): Condition => is('matters', ...values);

const PLATFORM = is('work', 'platform');
const DISMISSED = is('ending', 'dismissed', 'forced');
const NOTICE_GROUND = is('dismissReason', 'none', 'unfit', 'ill', 'changed', 'unsure');

/** Which disputes the answers make, the one that leads a case first. */
export const TYPE_RULES: readonly TypeRule[] = [
  rule('COLLECTIVE', all(is('people', 'many'), is('commonClaim', 'yes'))),
  rule('MASS_LAYOFF', matter('layoff'), 'severance'),
  rule('WORK_DEATH', all(matter('death'), not(PARTLY_MANAGED)), 'injury_death', 'injury_medical'),
  rule('RIDER_INJURY', all(matter('injury', 'death', 'disease'), PLATFORM), 'injury_medical'),
  rule('WORK_INJURY', all(matter('injury'), not(PARTLY_MANAGED), not(is('matters', 'death'))), 'injury_disability', 'injury_medical', 'injury_employment'),
  rule('OCCUPATIONAL_DISEASE', all(matter('disease'), not(PARTLY_MANAGED), not(is('matters', 'death'))), 'injury_disability', 'injury_medical', 'injury_employment'),
  rule('UNLAWFUL_TERMINATION', all(DISMISSED, is('wish', 'back')), 'reinstatement'),
  rule('UNLAWFUL_TERMINATION', all(DISMISSED, not(is('wish', 'back'))), 'unlawful_dismissal'),
  rule('ECON_COMPENSATION', all(DISMISSED, NOTICE_GROUND)),
  rule('ECON_COMPENSATION', all(known('ending'), not(DISMISSED)), 'severance'),
  rule('UNPAID_WAGES', all(matter('wages'), not(PARTLY_MANAGED)), 'unpaid_wages'),
  rule('OVERTIME', matter('overtime'), 'overtime_pay'),
  rule('NO_CONTRACT', all(any(matter('noContract'), is('contract', 'no', 'later')), FULLY_COVERED), 'double_wage'),
  rule('EMPLOYMENT_RELATION', any(matter('relation'), CLOSELY_MANAGED, is('platformControl', 'unsure'), is('work', 'unsure')), 'employment_relation'),
  rule('MATERNITY', matter('baby'), 'maternity_benefits'),
  rule('MATERNITY', is('protection', 'pregnant')),
  rule('SICK_LEAVE_PAY', matter('sick'), 'sick_pay'),
  rule('ANNUAL_LEAVE', matter('leave'), 'annual_leave'),
  rule('WORKING_TIME', matter('hours'), 'other'),
  rule('PROBATION', matter('probation'), 'probation_damages'),
  rule('PROBATION', is('dismissReason', 'probation')),
  rule('WAGE_DEDUCTION', matter('deduction'), 'deduction_refund'),
  rule('SOCIAL_INSURANCE', all(matter('insurance'), is('insuranceTrouble', 'loss')), 'social_insurance'),
  rule('CONTRACT_TERMS', matter('transfer'), 'other'),
  rule('NON_COMPETE', matter('noncompete'), 'noncompete_pay'),
  rule('TRAINING_BOND', matter('training'), 'training_bond'),
  rule('FILE_AND_DEPOSIT', matter('papers'), 'deposit_return'),
  rule('DISPATCH', any(matter('dispatch'), is('work', 'dispatched')), 'other'),
  rule('EQUAL_TREATMENT', matter('unequal'), 'other'),
  rule('COLLECTIVE_CONTRACT', matter('collectiveContract'), 'other'),
  rule('PLATFORM_WORK', all(PARTLY_MANAGED, is('matters', 'wages')), 'unpaid_wages'),
  rule('PLATFORM_WORK', any(matter('platformRules'), all(PARTLY_MANAGED, is('matters', 'hours'))), 'other'),
  rule('OVER_AGE', all(OVER_AGE, is('overAgeSince', 'after', 'unsure'))),
  rule('OTHER', matter('other'), 'other'),
];
