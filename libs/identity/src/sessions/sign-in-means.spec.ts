import { describe, expect, it } from '@jest/globals';
import { saysTwoFactors } from './sign-in-means.js';

describe('what an OpenID provider says of a sign-in', () => {
  it.each<[boolean, string | null, string[]]>([
    [true, null, ['mfa']],
    [true, null, ['pwd', 'otp']],
    [true, null, ['pin', 'hwk']],
    [true, null, ['swk', 'fpt']],
    [true, 'urn:two', []],
    [false, null, []],
    [false, null, ['pwd']],
    [false, null, ['pwd', 'kba']],
    [false, null, ['otp', 'sms']],
    [false, null, ['pwd', 'user', 'mca', 'rba']],
    [false, null, ['pwd', 'toString']],
    [false, 'urn:one', ['pwd']],
  ])('is two factors: %s, for class %s and methods %j', (two, acr, amr) => {
    expect(saysTwoFactors({ acr, amr }, ['urn:two', 'urn:three'])).toBe(two);
  });
});
