import { describe, expect, it } from '@jest/globals';
import type { FigureRow } from '../contract/index.js';
import { figuresFromCsv, figuresToCsv } from './figures-csv.js';

const WAGE: FigureRow = {
  region: '广东省/佛山市', figure: 'min_monthly_wage', value: 208_050, validFrom: '2025-03-01', validTo: null,
  sourceTitle: '示例“通知”，第 1 号, "甲"', sourceUrl: 'https://example.org/a?b=1,2', certainty: 'unverified',
};
const MONTHS: FigureRow = { ...WAGE, region: '广东省', figure: 'employment_months_8', value: 15, validTo: '2025-12-31', sourceUrl: null };
const MODE: FigureRow = { ...MONTHS, figure: 'double_wage_limitation', value: 2 };
const GONE: FigureRow = { ...WAGE, value: null };
const HEAD = 'region,figure,value,validFrom,validTo,sourceTitle,sourceUrl,certainty';

describe('figures as CSV', () => {
  it('come back as they went, with commas, quotes and nothing in them', () => {
    const csv = figuresToCsv([WAGE, MONTHS, MODE, GONE]);
    expect(csv).toContain('2080.50');
    expect(csv).toContain('double_wage_limitation,from_end');
    expect(figuresFromCsv(csv)).toEqual({ rows: [WAGE, MONTHS, MODE, GONE], faults: [] });
    expect(figuresFromCsv(csv.replaceAll('\r\n', '\n'))).toEqual({ rows: [WAGE, MONTHS, MODE, GONE], faults: [] });
  });

  it.each([
    ['a missing column', HEAD.replace(',value', ''), [{ line: 1, column: 'value' }]],
    ['nothing but a head', HEAD, [{ line: 2, column: '' }]],
    ['an amount with three decimals', `${HEAD}\n广东省,min_monthly_wage,1.234,2025-01-01,,来源,,verified`, [{ line: 2, column: 'value' }]],
    ['half a month', `${HEAD}\n广东省,medical_months_8,4.5,2025-01-01,,来源,,verified`, [{ line: 2, column: 'value' }]],
    ['a mode that there is not', `${HEAD}\n广东省,double_wage_limitation,2,2025-01-01,,来源,,verified`, [{ line: 2, column: 'value' }]],
    ['nought, which is never "not available"', `${HEAD}\n广东省,min_monthly_wage,0,2025-01-01,,来源,,verified`, [{ line: 2, column: 'value' }]],
    ['a day that is none', `${HEAD}\n广东省,min_monthly_wage,2000,2025-02-30,,来源,,verified`, [{ line: 2, column: 'validFrom' }]],
    ['an end before the start', `${HEAD}\n广东省,min_monthly_wage,2000,2025-02-01,2025-01-01,来源,,verified`, [{ line: 2, column: 'validTo' }]],
    ['a local figure of the nation', `${HEAD}\n全国,min_monthly_wage,2000,2025-02-01,,来源,,verified`, [{ line: 2, column: 'region' }]],
    ['a formula', `${HEAD}\n广东省,min_monthly_wage,2000,2025-02-01,,=cmd(),,verified`, [{ line: 2, column: 'sourceTitle' }]],
    ['a line with too few fields, after a good one', `${HEAD}\n广东省,min_monthly_wage,2000,2025-02-01,,来源,,verified\n广东省,min`, [{ line: 3, column: '' }]],
  ])('says what is wrong with %s', (_name, csv, faults) => expect(figuresFromCsv(csv).faults).toMatchObject(faults));
});
