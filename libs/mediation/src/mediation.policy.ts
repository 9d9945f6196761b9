import type { Policy } from '@hejie/platform/contract';

const PEOPLE = ['person', 'lawyer', 'mediator', 'operator', 'grid_officer', 'legal_officer'] as const;

export const mediationPolicy: Policy = {
  'mediation.session.read': PEOPLE,
  'mediation.session.schedule': PEOPLE,
  'mediation.session.attend': PEOPLE,
  'mediation.session.conduct': ['mediator'],
  'mediation.mediator.change': ['legal_officer'],
  'mediation.respondent.remove': ['mediator', 'operator', 'grid_officer', 'legal_officer'],
  'mediation.minutes.read': PEOPLE,
  'mediation.minutes.answer': PEOPLE,
  'mediation.proposal.make': PEOPLE,
  'mediation.agreement.read': PEOPLE,
  'mediation.agreement.sign': PEOPLE,
  'mediation.share.read': PEOPLE,
  'mediation.share.accept': ['person', 'operator', 'grid_officer', 'legal_officer'],
  'mediation.share.pay': PEOPLE,
  'mediation.agreement.seal': ['mediator', 'legal_officer'],
  'mediation.agreement.perform': PEOPLE,
};
