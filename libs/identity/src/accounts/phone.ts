import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { refuse } from '../identity.refusals.js';

/** E.164 of a number as typed, read as Chinese unless it starts with `+`. @throws PHONE_INVALID */
export function normalisePhone(typed: string): string {
  const parsed = parsePhoneNumberFromString(typed, 'CN');
  if (!parsed?.isValid()) throw refuse('PHONE_INVALID');
  return parsed.number;
}
