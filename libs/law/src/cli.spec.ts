import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const law = (args: string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['libs/law/dist/cli.js', ...args], { input, encoding: 'utf8' });
  return { stdout, stderr, status };
};

describe('npm run law', () => {
  it('answers every worked case from standard input exactly', () => {
    const vectors = JSON.parse(readFileSync('libs/law/src/testing/vectors.json', 'utf8')) as { id: string; expected: object }[];
    const { stdout, status } = law([], JSON.stringify(vectors));
    expect(JSON.parse(stdout)).toEqual(vectors.map(({ id, expected }) => ({ id, output: expected })));
    expect(status).toBe(0);
  });

  it('says what is wrong with one question, answers the others, and ends with 1', () => {
    const questions = [
      { id: 'a', topic: 'no_such_rule', input: {} },
      { id: 'b', topic: 'late_fee', input: { arrears: 10000, daysLate: 30 } },
      { id: 'c', topic: 'late_fee', input: { arrears: 10000, daysLate: 30, surprise: 1 } },
      { id: 'd', topic: 'sick_pay', input: { localMinMonthlyWage: null, paidMonthly: 802, months: 1 } },
      null,
    ];
    const { stdout, status } = law([], JSON.stringify(questions));
    expect(JSON.parse(stdout)).toEqual([
      { id: 'a', error: expect.stringContaining('no topic no_such_rule') },
      { id: 'b', output: { lateFee: 150 } },
      { id: 'c', error: expect.stringContaining('surprise') },
      { id: 'd', error: 'not available, ask the lawyer: localMinMonthlyWage' },
      { id: null, error: expect.stringContaining('no topic') },
    ]);
    expect(status).toBe(1);
  });

  it('prints one answer with its working, its articles and its cautions', () => {
    const { stdout, status } = law(['late_fee', '{"arrears":10000,"daysLate":30}']);
    expect(JSON.parse(stdout)).toMatchObject({
      value: { lateFee: 150 },
      working: [{ zh: '欠缴 10000 × 0.05% × 30 天 = 150 元' }],
      articles: [{ citation: { zh: '《社会保险法》第八十六条' } }],
      effectiveFrom: '2011-07-01',
    });
    expect(status).toBe(0);
  });

  it.each([['intake', '## 三、争议类型、请求和证据'], ['rules', '| `late_fee` | 社会保险费滞纳金']])('prints the %s as text for review', (what, part) => {
    const { stdout, status } = law([what]);
    expect(stdout).toContain(part);
    expect(status).toBe(0);
  });

  it.each([[['no_such_rule'], ''], [['late_fee', '{'], ''], [[], '{}'], [[], 'no json']])('refuses %j with input %j, on standard error', (args, input) => {
    const { stdout, stderr, status } = law(args, input);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^law: /);
    expect(status).toBe(1);
  });
});
