import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { refuse } from '../identity.refusals.js';

/**
 * E.164 of a number as typed, read as Chinese unless it starts with `+`. Each is a number we may send an SMS to, so it is of one of
 * `countries` (ISO 3166). @throws PHONE_INVALID, PHONE_COUNTRY
 */
export function normalisePhone(typed: string, countries: readonly string[]): string {
  const parsed = parsePhoneNumberFromString(typed, 'CN');
  if (!parsed?.isValid()) throw refuse('PHONE_INVALID');
  if (!parsed.country || !countries.includes(parsed.country)) throw refuse('PHONE_COUNTRY');
  return parsed.number;
}
