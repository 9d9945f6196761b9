import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { fieldErrors } from './field-errors.js';

const t = ((_key: string, { label, message }: { label: string; message: string }) => `${label}：${message}`) as unknown as TFunction;

describe('what is said of fields', () => {
  it('names each by its label, items of a list alike, and shows no path', () => {
    const labels = { phone: '手机号', 'claims.*.amountFen': '认可的金额' };
    const errors = [
      { path: 'phone', message: '格式不对。' }, { path: 'claims.0.amountFen', message: '太小了，下限是 0。' }, { path: 'claims.11.amountFen', message: '太小了，下限是 0。' },
      { path: 'places.0.role', message: '请从给出的选项里选。' }, { path: 'places.1.role', message: '请从给出的选项里选。' }, { path: '', message: '结束时间要晚于开始时间。' },
    ];
    expect(fieldErrors(errors, labels, t)).toEqual(['手机号：格式不对。', '认可的金额：太小了，下限是 0。', '请从给出的选项里选。', '结束时间要晚于开始时间。']);
    expect(fieldErrors([], labels, t)).toEqual([]);
  });
});
