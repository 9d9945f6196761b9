import { describe, expect, it } from '@jest/globals';
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { demoPhones } from './demo-phones.js';

describe('the phones of the demo', () => {
  it('are two mobile numbers whenever it is run', () => {
    for (let run = 0; run < 1000; run++) {
      const { worker, employer } = demoPhones(1_795_000_000_000 + run * 1000 + 7);
      expect(worker).not.toBe(employer);
      for (const phone of [worker, employer]) expect([phone, parsePhoneNumberFromString(phone, 'CN')?.isValid()]).toEqual([phone, true]);
    }
  });
});
