export const en = {
  ESCALATION_NO_PARTNER: 'No arbitration commission or court is connected for this yet. Please ask the union.',
  ESCALATION_PARTNER_OPEN: 'There is more than one arbitration commission or court here. Please choose which one it goes to: as a rule that of the place where the work is done, or where the employer is.',
  ESCALATION_NO_AGREEMENT: 'This way stands on a sealed agreement, which the case does not have.',
  ESCALATION_TOO_LATE: 'The period to apply is over; its last day was {lastDate}.',
  ESCALATION_NOT_REVIEWED: 'An agreement that confirms an employment relationship cannot be submitted to arbitral review.',
  ESCALATION_NOT_PAYABLE: 'A payment order can be asked for pay, medical costs of a work injury, economic compensation and damages only (Labour Dispute Mediation and Arbitration Law Art 16); nothing of this agreement is one of them.',
  ESCALATION_NOTHING_OVERDUE: 'Nothing of the agreement is overdue, so a payment order cannot be asked for yet.',
  ESCALATION_STATUS_ORDER: 'This status cannot follow the present one.',
  ESCALATION_DATE_AHEAD: 'This date has not come yet. Please give the day on which it happened.',
  PAPER_FIELD_UNFIT: '“{field}” is not filled in correctly; nothing was saved. Please correct it and save again.',
  PAPER_ANSWERS_STALE: 'Somebody has just changed these answers. Please reload and fill in again.',
  'issue.TOO_MANY_ANSWERS': 'Too many fields.',
};
