import type { Policy } from '@hejie/platform/contract';

const OFFICERS = ['operator', 'grid_officer', 'legal_officer'] as const;
const STAFF = ['lawyer', 'mediator', ...OFFICERS] as const;

/** Roles that may knock at all; the relation to the case is asked behind the door. */
export const casesPolicy: Policy = {
  'cases.case.start': ['person'],
  'cases.case.file': ['person', ...OFFICERS],
  'cases.case.read': ['person', ...STAFF],
  'cases.case.move': ['person', ...STAFF],
  'cases.payment.confirm': ['person'],
  'cases.group.read': ['person', ...STAFF],
  'cases.group.lead': ['person', 'lawyer', ...OFFICERS],
  'cases.group.join': ['person'],
  'cases.delegation.read': ['person', ...STAFF],
  'cases.delegation.grant': ['person'],
  'cases.case.refuse': OFFICERS,
  'cases.case.hand_over': OFFICERS,
  'cases.evidence.add': ['person', ...STAFF],
  'cases.evidence.bundle': ['person', 'lawyer', ...OFFICERS],
  'cases.respondent.name': ['person', ...STAFF],
  'cases.respondent.invite': ['person', ...STAFF],
  'cases.respondent.join': ['person'],
  'cases.claim.answer': ['person'],
};
