import type { Policy } from '@hejie/platform/contract';

export const entitlementPolicy: Policy = {
  'entitlement.figures.read': ['legal_officer'],
  'entitlement.figures.change': ['legal_officer'],
};
