export const en = {
  LAWYER_ALREADY_ASKED: 'A lawyer has been asked already. Please wait for the answer.',
  LAWYER_UNAVAILABLE: 'This lawyer cannot take the case now. Please choose another.',
  LAWYER_FULL: 'This lawyer has as many cases as they take. Please choose another, or come back later.',
  LAWYER_REQUEST_ENDED: 'This request has ended.',
  LAWYER_NOT_DECLARED: 'Please declare first whether you have a conflict of interest.',
  'issue.ENDS_BEFORE_IT_BEGINS': 'It ends before it begins.',
  'issue.TWICE': 'One thing is given twice.',
};
