import type { DeadlineCode } from '../../deadlines/deadline-rules.js';
import { say, type Step } from '../../registry/topic.js';
import { all, any, is, known, not, type Condition } from '../condition.js';

const WORKER = say('您', 'you');
const EMPLOYER = say('单位', 'the employer');
const AUTHORITY = say('办理机构', 'the authority');
const BOTH = say('双方一起', 'both together');

/** A period that runs in this situation, and the question whose date starts it. */
export interface ClockRule {
  readonly rule: DeadlineCode | 'earliest_review' | 'limitation_general' | 'limitation_wages';
  readonly when: Condition;
  readonly from: string;
  readonly who: Step;
}

const clock = (rule: ClockRule['rule'], when: Condition, from: string, who: Step): ClockRule => ({ rule, when, from, who });
const HURT = is('matters', 'injury', 'disease', 'death');

export const CLOCKS: readonly ClockRule[] = [
  clock('limitation_general', known('knewOn'), 'knewOn', WORKER),
  clock('limitation_wages', is('matters', 'wages', 'overtime'), 'endDate', WORKER),
  clock('INSPECTION_COMPLAINT_2Y', all(is('matters', 'wages', 'overtime', 'hours', 'insurance'), is('stillEmployed', 'no', 'unsure')), 'endDate', WORKER),
  clock('INJURY_EMPLOYER_FILE_30D', all(HURT, is('recognition', 'no', 'unsure')), 'hurtOn', EMPLOYER),
  clock('INJURY_WORKER_FILE_1Y', all(HURT, is('recognition', 'no', 'unsure')), 'hurtOn', WORKER),
  clock('INJURY_DECISION_SIMPLE_15D', is('recognition', 'applied'), 'recognitionAcceptedOn', AUTHORITY),
  clock('INJURY_DECISION_60D', is('recognition', 'applied'), 'recognitionAcceptedOn', AUTHORITY),
  clock('RECONSIDERATION_60D', any(is('recognition', 'refused'), is('findingWhat', 'decision')), 'decisionOn', WORKER),
  clock('ADMIN_SUIT_6M', any(is('recognition', 'refused'), is('findingWhat', 'decision')), 'decisionOn', WORKER),
  clock('RECONSIDERATION_60D', is('schemeStage', 'refused'), 'schemeDecisionOn', WORKER),
  clock('ADMIN_SUIT_6M', is('schemeStage', 'refused'), 'schemeDecisionOn', WORKER),
  clock('APPRAISAL_60D', is('grade', 'applied'), 'appraisalAppliedOn', AUTHORITY),
  clock('APPRAISAL_EXTENDED_90D', is('grade', 'applied'), 'appraisalAppliedOn', AUTHORITY),
  clock('REAPPRAISAL_APPLY_15D', known('conclusionOn'), 'conclusionOn', WORKER),
  clock('earliest_review', known('conclusionOn'), 'conclusionOn', WORKER),
  clock('SOCIAL_INSURANCE_REGISTER_30D', all(is('matters', 'insurance'), is('insuranceTrouble', 'never', 'unsure')), 'hireDate', EMPLOYER),
  clock('SOCIAL_INSURANCE_TRANSFER_15D', all(is('papersWhat', 'file'), is('stillEmployed', 'no')), 'endDate', EMPLOYER),
  clock('ARB_AWARD_45D', is('stage', 'applied'), 'acceptedOn', AUTHORITY),
  clock('ARB_AWARD_EXTENDED_60D', is('stage', 'applied'), 'acceptedOn', AUTHORITY),
  clock('SUE_AFTER_AWARD_15D', is('stage', 'awarded'), 'awardOn', WORKER),
  clock('EMPLOYER_SET_ASIDE_30D', all(is('stage', 'awarded'), not(is('awardFinal', 'no'))), 'awardOn', EMPLOYER),
  clock('ARB_REVIEW_APPLY_15D', all(is('stage', 'agreed'), not(is('matters', 'relation'))), 'agreementOn', BOTH),
  clock('JUDICIAL_CONFIRM_APPLY_30D', is('stage', 'agreed'), 'agreementOn', BOTH),
];
