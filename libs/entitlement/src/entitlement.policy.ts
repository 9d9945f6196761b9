import type { Policy } from '@hejie/platform/contract';

const WORKER_SIDE = ['person', 'lawyer', 'operator', 'grid_officer', 'legal_officer'] as const;

/** Roles that may knock at all; the relation to the case is asked behind the door. */
export const entitlementPolicy: Policy = {
  'entitlement.figures.read': ['legal_officer'],
  'entitlement.figures.change': ['legal_officer'],
  'entitlement.record.read': WORKER_SIDE,
  'entitlement.record.write': WORKER_SIDE,
  'entitlement.sheet.read': [...WORKER_SIDE, 'mediator'],
  'entitlement.sheet.consent': ['person'],
};
