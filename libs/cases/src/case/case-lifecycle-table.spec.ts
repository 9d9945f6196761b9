import { describe, expect, it } from '@jest/globals';
import { caseMoveSchema, caseStatusSchema, relationSchema } from '../contract/index.js';
import { allowedMoves, CASE_LIFECYCLE } from './case-lifecycle-table.js';

describe('the case life cycle', () => {
  it('never moves a case that has ended, and never back to a draft', () => {
    for (const move of caseMoveSchema.options) {
      expect(CASE_LIFECYCLE[move].from).not.toContain('closed');
      expect(CASE_LIFECYCLE[move].from).not.toContain('withdrawn');
      expect(CASE_LIFECYCLE[move].to).not.toBe('draft');
    }
  });

  it('lets every status but the ends go on, and reaches every status', () => {
    const left = new Set(caseMoveSchema.options.flatMap((m) => CASE_LIFECYCLE[m].from));
    const reached = new Set(caseMoveSchema.options.map((m) => CASE_LIFECYCLE[m].to));
    for (const status of caseStatusSchema.options) {
      if (status !== 'closed' && status !== 'withdrawn') expect(left).toContain(status);
      if (status !== 'draft') expect(reached).toContain(status);
    }
  });

  it('walks every status x relation: only what the table names is allowed', () => {
    for (const status of caseStatusSchema.options) {
      for (const relation of relationSchema.options) {
        const expected = caseMoveSchema.options.filter((m) => CASE_LIFECYCLE[m].from.includes(status) && CASE_LIFECYCLE[m].by.includes(relation));
        expect(allowedMoves(status, [relation])).toEqual(expected);
      }
    }
  });

  it('gives the employer and partners no move at all', () => {
    for (const status of caseStatusSchema.options) expect(allowedMoves(status, ['respondent', 'partner'])).toEqual([]);
  });
});
