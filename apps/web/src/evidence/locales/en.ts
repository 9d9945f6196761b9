/** What the evidence says, in English. */
export const en: Readonly<Record<string, string>> = {
  'evidence.title': 'Evidence',
  'evidence.camera': 'Take a photo',
  'evidence.file': 'Choose a file',
  'evidence.uploading': 'Uploading',
  'evidence.choose': 'Choose',
  'evidence.empty': 'Nothing yet',
  'evidence.private': 'own side only',
  'evidence.shared': 'both sides',
  'evidence.share': 'Show to both sides',
  'evidence.remove': 'Remove',
  'evidence.removeOf': 'Remove {{title}}',
  'evidence.removeSure': 'It cannot be brought back. Remove it?',
  'evidence.organise': 'What is missing, what it proves, one PDF',
  'evidence.present': 'Show in the session',
};
