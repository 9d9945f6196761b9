import { refusals } from '@hejie/platform';

export const entitlementRefusals = {
  FIGURES_CSV_INVALID: 422,
  FIGURES_DECIDED: 409,
  FIGURES_NEED_ANOTHER: 409,
  RECORD_IN_FUTURE: 422,
  RECORD_UNTIL_WRONG: 422,
  RECORD_EVIDENCE_UNKNOWN: 422,
  RECORD_WITHDRAWN: 409,
  ANSWER_UNFIT: 422,
  ANSWER_STALE: 409,
} as const;

export const refuse = refusals(entitlementRefusals);
