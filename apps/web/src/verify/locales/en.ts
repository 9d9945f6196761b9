/** What the check of a sealed agreement says, in English. */
export const en: Readonly<Record<string, string>> = {
  'verify.title': 'Verify an agreement',
  'verify.lead': 'Enter the number and choose the PDF to see whether it is the sealed original. The file is not uploaded.',
  'verify.number': 'Agreement number',
  'verify.file': 'Choose the agreement PDF',
  'verify.fileHint': '(hashed on this device)',
  'verify.hash': 'File fingerprint (SHA-256, filled in when you choose the file)',
  'verify.check': 'Verify',
  'verify.valid': '✓ sealed original',
  'verify.invalid': '✗ no match',
  'verify.invalidHint': 'The number or file is wrong, or the file was changed.',
};
