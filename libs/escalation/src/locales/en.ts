export const en = {
  ESCALATION_NO_PARTNER: 'No arbitration commission or court is connected for this yet. Please ask the union.',
  ESCALATION_STATUS_ORDER: 'This status cannot follow the present one.',
};
