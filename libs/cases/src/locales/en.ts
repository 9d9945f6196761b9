export const en = {
  CASE_MOVE_ILLEGAL: 'The case cannot do that in its present state.',
  CASE_STALE: 'The case has moved on in the meantime. Please reload and try again.',
  CASE_NOT_DRAFT: 'The case has been filed; its draft can no longer be changed.',
  CASE_INCOMPLETE: 'Some required answers are missing. Please complete them and file again.',
  CASE_PROOF_MISSING: 'Please upload the proof of payment first.',
  UPLOAD_UNFINISHED: 'The file has not arrived completely yet. Please finish the upload first.',
  UPLOADS_TOO_MANY: 'Too many uploads are unfinished. Please finish or cancel some first.',
  INVITATIONS_TOO_MANY: 'This case has sent its invitations for today. Please try again tomorrow.',
  INVITATION_USED: 'This invitation has been used already. Please ask the union if in doubt.',
  INVITATION_OWN_CASE: 'You are the applicant of this case and cannot join it for the employer.',
  'sms.invitation': '[Hejie] {organisation} invites you to the mediation of a labour dispute. Please open {link} to read and answer.',
  'sms.receipt': '[Hejie] Your application was received as {number} on {time}. Sign in with this phone to follow it. Questions: 12351.',
};
