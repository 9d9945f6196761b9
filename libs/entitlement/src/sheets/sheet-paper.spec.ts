import { describe, expect, it } from '@jest/globals';
import { nothingLoaded, SHIPPED_CALENDARS, type Answers, type LocalFigures } from '@hejie/law';
import { sheetContent } from './sheet-content.js';
import { sheetPaper } from './sheet-paper.js';

const LEFT_EARLY: Answers = {
  work: 'employee', age: 'adult', people: 'one', matters: ['ended'], hireDate: '2006-01-01', stillEmployed: 'no', endDate: '2025-07-31', monthlyWage: 6_000, contract: 'yes', insured: 'yes', ending: 'closed',
};
// illustrative, not real standards
const LOADED: LocalFigures = { ...nothingLoaded('示例市'), localAvgMonthlyWage: 8_000, localMinMonthlyWage: 2_000 };
const said = (local: LocalFigures) => {
  const content = sheetContent({ answers: LEFT_EARLY, local, figures: [], asOf: '2025-08-01', days: { on: '2025-07-31', claims: {} }, calendars: SHIPPED_CALENDARS });
  const sheet = { id: crypto.randomUUID(), version: 1, madeAt: '2025-08-01T02:00:00.000Z', digest: 'd', consents: { claimant: false, respondent: false }, answers: null, content };
  return JSON.stringify(sheetPaper({ caseNumber: '和调〔2025〕000001号', claimant: '姜小明', employer: '某厂', sheet }).blocks);
};

describe('the paper of a sheet', () => {
  it('passes on what the rules caution of, once, and not what its foot says anyway', () => {
    const paper = said(LOADED);
    for (const caution of ['2008年1月1日以前的年限', '是否符合条件需要结合证据判断，请咨询律师。']) expect(paper.split(caution)).toHaveLength(2);
    expect(paper.split('不构成法律意见')).toHaveLength(2);
    expect(paper).toContain('120,000.00元');
  });

  it('says that nothing could be counted, never nought', () => {
    const paper = said(nothingLoaded('未加载的市'));
    expect(paper).toContain('暂不能计算');
    expect(paper).not.toContain('零元整');
  });
});
