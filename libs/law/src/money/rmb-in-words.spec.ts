import { describe, expect, it } from '@jest/globals';
import { rmbInWords } from './rmb-in-words.js';

describe('an amount in words', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [5_280_000, '伍万贰仟捌佰元整'],
    [17_000_000, '壹拾柒万元整'],
    [100_05, '壹佰元零伍分'],
    [10_000_00, '壹万元整'],
    [10_010_00, '壹万零壹拾元整'],
    [100_000_500_00, '壹亿零伍佰元整'],
    [1_409_50, '壹仟肆佰零玖元伍角整'],
    [6_007_14, '陆仟零柒元壹角肆分'],
    [325_04, '叁佰贰拾伍元零肆分'],
    [20_0000_0001_00, '贰拾亿零壹元整'],
  ])('%d fen', (fen, words) => expect(rmbInWords(fen)).toBe(words));

  it.each([[-1], [0.5], [Number.NaN]])('refuses %d', (bad) => expect(() => rmbInWords(bad)).toThrow(RangeError));
});
