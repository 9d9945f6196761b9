/** What the page of rights says, in English. */
export const en: Readonly<Record<string, string>> = {
  'rights.lead': 'No sign-in needed. Answer a few questions and see what the law says, what you can ask for and by when. Your answers stay on this page only.',
  'rights.restart': 'Clear everything and start again',
  'rights.file': 'Ask for mediation with all of this',
  'rights.rules.title': 'The rules of law behind it',
  'rights.rules.lead': 'Periods and amounts are counted by these rules. Each says where it stands, since when it reads so, and how sure that is.',
  'rights.rules.since': 'since {{from}}',
  'rights.rules.between': '{{from}} to {{to}}',
  'rights.rules.certainty.verified': 'text read',
  'rights.rules.certainty.secondary': 'second-hand',
  'rights.rules.certainty.unverified': 'a lawyer has to confirm',
};
