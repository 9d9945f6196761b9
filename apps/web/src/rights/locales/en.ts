/** What the page of rights says, in English. */
export const en: Readonly<Record<string, string>> = {
  'rights.lead': 'No sign-in needed. Answer a few questions and see what the law says, what you can ask for and by when. Your answers stay on this page only.',
  'rights.restart': 'Clear everything and start again',
  'rights.file': 'Ask for mediation with all of this',
};
