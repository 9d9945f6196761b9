/** Each notification as it stands in the inbox; SMS and e-mail carry the same words. */
export const en = {
  'notification.lawyer_requested': 'A worker asks you to take a case. Please answer by {at}.',
  'notification.lawyer_accepted': '{name} took your case. You can start the consultation.',
  'notification.lawyer_returned': 'The lawyer could not take the case. Please choose another from the list.',
  'notification.request_unanswered': 'A request still waits for your answer; it ends at {at}.',
  'notification.session_scheduled': 'A mediation session is scheduled for {at}.',
  'notification.session_24h': 'Reminder: the mediation session starts at {at}.',
  'notification.session_1h': 'Reminder: the mediation session starts in an hour, at {at}.',
  'notification.mediation_ending': 'The mediation period ends on {date}.',
  'notification.agreement_ready': 'The agreement is ready to be read and signed.',
  'notification.agreement_sealed': 'The agreement is sealed and can be downloaded.',
  'notification.claim_answered': 'The employer has answered.',
  'notification.case_handed_to_you': 'A case was handed over to you or your organisation. Please take it up.',
  'notification.case_handed_over': 'Your case is now handled by {to}.',
  'notification.escalation_status': 'News of the case that was handed on: {text}',
  'notification.sms': '[Hejie] {text} {link}',
  'notification.mail_subject': 'Hejie reminder',
};
