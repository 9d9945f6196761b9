import { describe, expect, it } from '@jest/globals';
import { readDays, readStretches } from './typed-days.js';

describe('days typed from a notice', () => {
  it.each([
    ['1-30, 2-14', ['2027-01-30', '2027-02-14']],
    ['2月14日、1月30日', ['2027-01-30', '2027-02-14']],
    ['', []],
    ['2-30', undefined],
    ['2-28 x', undefined],
  ])('%s', (text, days) => expect(readDays(text, 2027)).toEqual(days));

  it.each([
    ['2-5~2-11\n1-1', [{ from: '2027-01-01', to: '2027-01-01' }, { from: '2027-02-05', to: '2027-02-11' }]],
    ['2月5日至2月11日', [{ from: '2027-02-05', to: '2027-02-11' }]],
    ['2-5~', undefined],
  ])('%s', (text, stretches) => expect(readStretches(text, 2027)).toEqual(stretches));
});
