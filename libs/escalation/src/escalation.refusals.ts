import { refusals } from '@hejie/platform';

export const escalationRefusals = {
  ESCALATION_NO_PARTNER: 409,
  ESCALATION_NO_AGREEMENT: 409,
  ESCALATION_TOO_LATE: 409,
  ESCALATION_NOT_REVIEWED: 409,
  ESCALATION_NOT_PAYABLE: 409,
  ESCALATION_NOTHING_OVERDUE: 409,
  ESCALATION_STATUS_ORDER: 409,
  PAPER_FIELD_UNFIT: 422,
  PAPER_ANSWERS_STALE: 409,
} as const;
export const refuse = refusals(escalationRefusals);
