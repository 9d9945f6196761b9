/** What the invitation of an employer says, in English. */
export const en: Readonly<Record<string, string>> = {
  'invite.title': '{{employer}} is invited to mediation',
  'invite.lead': '{{organisation}} received a labour dispute that concerns you. Please read and answer it. Mediation is voluntary, confidential and free.',
  'invite.doubt': 'In doubt? Call the union hotline 12351. We never ask for bank cards or passwords.',
  'invite.until': 'The link is good until {{day}}. Please sign in with the phone that got this SMS. If a colleague is to take part, invite them on the case\'s page once you have joined, or ask the union to.',
  'invite.signIn': 'Sign in by phone and read',
  'invite.who': 'Who are you?',
  'invite.name': 'Your name',
  'invite.position': 'Your position',
  'invite.confirm': 'I represent {{employer}}',
  'invite.send': 'Invite the employer',
  'invite.colleague': 'Ask a colleague to join',
  'invite.colleagueHint': 'They get a link of their own by SMS; links sent before that nobody has used are good no more.',
  'invite.colleaguePhone': 'Colleague\'s phone',
  'invite.phone': 'Phone of the employer\'s contact',
  'invite.sendButton': 'Send the invitation',
  'invite.sent': 'The invitation was sent.',
};
