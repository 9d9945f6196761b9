import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
const ISSUER = '和解';

/** A new secret, base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a picture: `otpauth://totp/...`. */
export const totpAddress = (secret: string, username: string): string => new TOTP({ issuer: ISSUER, label: username, secret: Secret.fromBase32(secret), period: STEP_SECONDS }).toString();

/** The 30-second step whose code was given, one step early or late allowed; null when none fits. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS }).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}
