export const en = {
  PHONE_INVALID: 'This is not a valid phone number. Please check it.',
  CODE_INVALID: 'The code is wrong or has expired. Please try again or ask for a new one.',
  CODE_TOO_SOON: 'A code was just sent. You can ask again in {seconds} seconds.',
  CODE_DAILY_LIMIT: 'No more codes can be sent to this phone today. Please try tomorrow or call 12351.',
  SIGN_IN_TOO_MANY: 'Too many attempts. Please try again later.',
  CREDENTIALS_INVALID: 'The user name, password or code is wrong.',
  ACCOUNT_DISABLED: 'This account has been disabled. Please ask an administrator or call 12351.',
  OWN_ACCOUNT: 'You cannot disable your own account; please ask another administrator.',
  'sms.sign_in_code': '[Hejie] Your code is {code}, valid for 10 minutes. Tell nobody.',
  'sms.sign_agreement_code': '[Hejie] You are signing a mediation agreement. Code {code}, valid for 10 minutes. Check the text first; tell nobody.',
};
