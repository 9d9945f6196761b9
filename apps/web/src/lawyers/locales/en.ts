/** What the choice of a lawyer says, in English. */
export const en: Readonly<Record<string, string>> = {
  'lawyers.title': 'Choose a lawyer',
  'lawyers.back': 'Back to the case',
  'lawyers.lead': 'All are union lawyers, free for you. The best match is first.',
  'lawyers.empty': 'No lawyer is available now; please call 12351.',
  'lawyers.licence': 'licence number {{number}}',
  'lawyers.load': '{{load}} of {{capacity}} cases',
  'lawyers.nextFree': 'free from {{at}}',
  'lawyers.ask': 'Ask {{name}}',
  'lawyerKind.volunteer': 'volunteer',
  'lawyerKind.resident': 'resident',
  'lawyerKind.law_firm': 'law firm',
  'match.specialty': 'knows {{specialty}}',
  'match.region': 'near: {{region}}',
  'match.language': 'speaks {{language}}',
  'match.load': 'has room',
};
