import { refusals } from '@hejie/platform';

export const identityRefusals = {
  PHONE_INVALID: 400,
  PHONE_TAKEN: 409,
  CODE_INVALID: 400,
  CODE_TOO_SOON: 429,
  CODE_DAILY_LIMIT: 429,
  SIGN_IN_TOO_MANY: 429,
  CREDENTIALS_INVALID: 401,
  ACCOUNT_DISABLED: 403,
  OIDC_REFUSED: 401,
  OIDC_UNKNOWN: 403,
  OIDC_UNAVAILABLE: 503,
  OWN_ACCOUNT: 409,
} as const;

export const refuse = refusals(identityRefusals);
