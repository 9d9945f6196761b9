import { refusals } from '@hejie/platform';

export const lawyersRefusals = {
  LAWYER_ALREADY_ASKED: 409,
  LAWYER_UNAVAILABLE: 409,
  LAWYER_FULL: 409,
  LAWYER_REQUEST_ENDED: 409,
  LAWYER_NOT_DECLARED: 409,
} as const;
export const refuse = refusals(lawyersRefusals);
