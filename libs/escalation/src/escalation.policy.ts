import type { Policy } from '@hejie/platform/contract';

const PEOPLE = ['person', 'lawyer', 'mediator', 'operator', 'grid_officer', 'legal_officer'] as const;

export const escalationPolicy: Policy = {
  'escalation.case.escalate': PEOPLE,
  'escalation.case.read': PEOPLE,
  'escalation.paper.read': PEOPLE,
  'escalation.paper.fill': PEOPLE,
  'escalation.inbox.read': ['partner'],
  'escalation.inbox.answer': ['partner'],
};
