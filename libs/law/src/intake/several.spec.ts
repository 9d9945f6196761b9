import { describe, expect, it } from '@jest/globals';
import { articlesOf } from '../registry/articles.js';
import { severalRespondents } from './findings/several.js';
import type { Answers } from './condition.js';

const EMPLOYEE: Answers = { work: 'employee', age: 'adult', people: 'one' };

describe('when a worker should name more than one respondent', () => {
  it.each([
    ['dispatched by an agency', { ...EMPLOYEE, work: 'dispatched' }, 'dispatched', ['agency', 'user']],
    ['on a platform', { ...EMPLOYEE, work: 'platform', platformControl: 'managed' }, 'platformParties', ['platform', 'partner']],
    ['without a licence', { ...EMPLOYEE, matters: ['unlicensed'] }, 'founder', ['other', 'investor']],
    ['not clear who employs', { ...EMPLOYEE, work: 'unsure' }, 'workUnsure', ['other']],
  ] as [string, Answers, string, string[]][])('%s: with the reason, its article, and as what each is named', (_told, answers, id, roles) => {
    const [found] = severalRespondents(answers);
    expect([found?.why.id, found?.roles]).toEqual([id, roles]);
    expect(articlesOf(found!.why.source).length).toBeGreaterThan(0);
  });

  it('on a building site the contractor beside the subcontractor', () => {
    const site: Answers = { ...EMPLOYEE, matters: ['wages'], construction: 'yes' };
    expect(severalRespondents(site).map((s) => s.roles)).toContainEqual(['subcontractor', 'contractor']);
  });

  it('none for whom one employer answers alone, nor before anything is told', () => {
    expect([severalRespondents(EMPLOYEE), severalRespondents({})]).toEqual([[], []]);
  });
});
