import type { Policy } from '@hejie/platform/contract';

export const lawyersPolicy: Policy = {
  'lawyers.directory.read': ['person', 'lawyer', 'mediator', 'operator', 'grid_officer', 'legal_officer'],
  'lawyers.lawyer.ask': ['person', 'operator', 'grid_officer', 'legal_officer'],
  'lawyers.request.answer': ['lawyer'],
  'lawyers.profile.read': ['lawyer'],
  'lawyers.profile.update': ['lawyer'],
  'lawyers.caseload.read': ['lawyer', 'mediator', 'operator', 'grid_officer', 'legal_officer'],
};
