/** What the invitation of an employer says, in English. */
export const en: Readonly<Record<string, string>> = {
  'invite.title': '{{employer}} is invited to mediation',
  'invite.lead': '{{organisation}} received a labour dispute that concerns you. Please read and answer it. Mediation is voluntary, confidential and free.',
  'invite.doubt': 'In doubt? Call the union hotline 12351. We never ask for bank cards or passwords.',
  'invite.signIn': 'Sign in by phone and read',
  'invite.who': 'Who are you?',
  'invite.name': 'Your name',
  'invite.position': 'Your position',
  'invite.confirm': 'I represent {{employer}}',
  'invite.send': 'Invite the employer',
  'invite.phone': 'Phone of the employer\'s contact',
  'invite.sendButton': 'Send the invitation',
  'invite.sent': 'The invitation was sent.',
};
