import { describe, expect, it } from '@jest/globals';
import { chineseDate, isIdNumber, maskIdNumber, readIdNumber, yuan, yuanInWords } from './writing.js';

describe('how papers write', () => {
  it('days without leading noughts', () => expect([chineseDate('2026-11-21'), chineseDate('2026-01-05')]).toEqual(['2026年11月21日', '2026年1月5日']));

  it('amounts in figures and words', () => {
    expect([yuan(5_280_000), yuan(5), yuan(0)]).toEqual(['52,800.00元', '0.05元', '0.00元']);
    expect(yuanInWords(5_280_050)).toBe('人民币52,800.50元（大写：伍万贰仟捌佰元伍角整）');
  });

  it('sex and birthday from the identity number', () => {
    expect(readIdNumber('370283199001011235')).toEqual({ sex: '男', bornOn: '1990-01-01' });
    expect(readIdNumber('11010519491231002X')).toEqual({ sex: '女', bornOn: '1949-12-31' });
    expect(readIdNumber('')).toBeNull();
  });

  it('knows an identity number by its birthday and check character', () => {
    expect(['11010519491231002X', '370283199001011235'].map(isIdNumber)).toEqual([true, true]);
    expect(['110105194912310021', '11010519490231002X', '37028319900101123', '3702831990010112350', 'x'].map(isIdNumber)).toEqual([false, false, false, false, false]);
  });

  it('hides the middle of an identity number', () => expect(maskIdNumber('370283199001011235')).toBe('370283********1235'));
});
