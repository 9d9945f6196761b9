import { describe, expect, it } from '@jest/globals';
import { termsZh } from '../locales/terms.zh-CN.js';
import { firstTerm } from './terms.js';

describe('the first legal word of a text', () => {
  it('is the earliest, and of two at one place the longer', () => {
    expect(firstTerm('谈不拢可以申请仲裁，请不起律师可以申请法律援助。', termsZh)).toMatchObject({ key: 'arbitration', word: '申请仲裁', at: 5 });
    expect(firstTerm('明天见', termsZh)).toBeUndefined();
  });
  it('is not looked for inside the name of a law', () => {
    expect(firstTerm('各方签名并盖章后生效（《劳动争议调解仲裁法》第十四条）。', termsZh)).toBeUndefined();
    expect(firstTerm('依《劳动争议调解仲裁法》申请仲裁', termsZh)).toMatchObject({ word: '申请仲裁', at: 12 });
  });
});
