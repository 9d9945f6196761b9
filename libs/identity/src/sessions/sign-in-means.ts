/** By which means a session was made, and what an OpenID provider said about it (`acr`, `amr`; RFC 8176). */
export type SignInMeans =
  | { readonly means: 'phone_code' }
  | { readonly means: 'password_totp' }
  | { readonly means: 'oidc'; readonly acr: string | null; readonly amr: readonly string[] };

/** Methods of RFC 8176 by the factor they prove. `mfa` says it outright; `user`, `mca`, `rba` and `wia` prove none. */
const FACTORS: Readonly<Record<string, 'knowledge' | 'possession' | 'inherence'>> = {
  pwd: 'knowledge', pin: 'knowledge', kba: 'knowledge',
  otp: 'possession', sms: 'possession', tel: 'possession', hwk: 'possession', swk: 'possession', sc: 'possession', pop: 'possession',
  face: 'inherence', fpt: 'inherence', iris: 'inherence', retina: 'inherence', vbm: 'inherence',
};

/**
 * Whether a provider said that two factors were shown: by `mfa`, by methods of two factors, or by one of the classes that the
 * installation names as such. What it does not say does not count.
 */
export function saysTwoFactors({ acr, amr }: { readonly acr: string | null; readonly amr: readonly string[] }, twoFactorClasses: readonly string[]): boolean {
  if (acr !== null && twoFactorClasses.includes(acr)) return true;
  return amr.includes('mfa') || new Set(amr.flatMap((method) => (Object.hasOwn(FACTORS, method) ? FACTORS[method]! : []))).size > 1;
}
