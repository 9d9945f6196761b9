import { refusals } from '@hejie/platform';

export const casesRefusals = {
  CASE_MOVE_ILLEGAL: 409,
  CASE_STALE: 409,
  CASE_NOT_DRAFT: 409,
  CASE_INCOMPLETE: 422,
  CASE_PROOF_MISSING: 422,
  REFUSAL_OPEN: 409,
  REFUSAL_NONE: 409,
  REFUSAL_NEEDS_ANOTHER: 409,
  UPLOAD_UNFINISHED: 409,
  UPLOADS_TOO_MANY: 429,
  INVITATIONS_TOO_MANY: 429,
  INVITATION_USED: 409,
  INVITATION_OWN_CASE: 409,
} as const;

export const refuse = refusals(casesRefusals);
