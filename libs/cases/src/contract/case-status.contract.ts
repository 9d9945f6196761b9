import { z } from 'zod';

export const caseStatusSchema = z.enum([
  'draft',
  'filed',
  'consulting',
  'negotiating',
  'mediating',
  'mediation_failed',
  'agreed',
  'escalated',
  'closed',
  'withdrawn',
]);
export type CaseStatus = z.infer<typeof caseStatusSchema>;

export const caseMoveSchema = z.enum([
  'file',
  'assign_counsel',
  'negotiate',
  'mediate',
  'fail_mediation',
  'agree',
  'perform',
  'paid_after_contact',
  'escalate',
  'decide',
  'withdraw',
  'refuse',
]);
export type CaseMove = z.infer<typeof caseMoveSchema>;

export const caseOutcomeSchema = z.enum(['settled', 'paid_after_contact', 'awarded', 'judged', 'refused']);
export type CaseOutcome = z.infer<typeof caseOutcomeSchema>;

/** What somebody is to one case. `co_respondent`: speaks for somebody named beside the employer: a party of its own, which meets with the others and is bound by what it signs. */
export const relationSchema = z.enum(['claimant', 'representative', 'delegate', 'respondent', 'co_respondent', 'counsel', 'mediator', 'officer', 'department', 'partner']);
export type Relation = z.infer<typeof relationSchema>;

/** How worker and counsel want to go on. */
export const casePathSchema = z.enum(['negotiate', 'mediate_online', 'mediate_onsite', 'arbitration', 'court', 'legal_aid']);
export type CasePath = z.infer<typeof casePathSchema>;

/** Who may read a timeline entry: everybody at the case, one side, or those who serve the case for the union. */
export const audienceSchema = z.enum(['all', 'worker_side', 'respondent_side', 'staff']);
export type Audience = z.infer<typeof audienceSchema>;
