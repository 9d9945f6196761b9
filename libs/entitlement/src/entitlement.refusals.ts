import { refusals } from '@hejie/platform';

export const entitlementRefusals = {
  FIGURES_CSV_INVALID: 422,
  FIGURES_DECIDED: 409,
  FIGURES_NEED_ANOTHER: 409,
} as const;

export const refuse = refusals(entitlementRefusals);
