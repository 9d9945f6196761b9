import { refusals } from '@hejie/platform';

export const escalationRefusals = { ESCALATION_NO_PARTNER: 409, ESCALATION_STATUS_ORDER: 409 } as const;
export const refuse = refusals(escalationRefusals);
