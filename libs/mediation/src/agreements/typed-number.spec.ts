import { describe, expect, it } from '@jest/globals';
import { typedNumber } from './typed-number.js';

describe('the number of an agreement, as typed', () => {
  it.each(['和协〔2026〕000001号', ' 和协 (2026) 000001 号 ', '和协（２０２６）０００００１', '和协[2026]000001号', '和协【2026】000001号', '和协2026 000001'])('%s', (typed) => {
    expect(typedNumber(typed)).toBe('和协〔2026〕000001号');
  });

  it.each(['和协〔2026〕1号', '和调〔2026〕000001号', '000001', "' or 1=1 --"])('%s is none and stays as it is', (typed) => {
    expect(typedNumber(typed)).toBe(typed.replace(/\s/g, ''));
  });
});
