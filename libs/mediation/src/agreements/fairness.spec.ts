import { describe, expect, it } from '@jest/globals';
import { injuryFacts } from '@hejie/cases/testing';
import { fairnessOf } from './fairness.js';

const TODAY = '2026-11-21';
const facts = injuryFacts(); // 55,000 asked for the injury; no contract since 2019 at 5,000 a month: eleven months by law
const of = (totalFen: number, overrides: Parameters<typeof injuryFacts>[0] = {}) => fairnessOf({ ...facts, ...overrides }, { totalFen }, TODAY);

describe('the warning of manifest unfairness', () => {
  it('starts right below half of what can be asked for', () => {
    expect(of(5_500_000)).toBeNull();
    expect(of(5_499_999)).toMatchObject({ referenceFen: 11_000_000, percent: 49 });
    expect(of(0)).toMatchObject({ percent: 0 });
  });

  it('counts by law where it can, whatever was asked, and says how', () => {
    const low = { claims: [{ kind: 'double_wage' as const, amountFen: 1_000_000 }] };
    expect(of(2_000_000, low)).toMatchObject({ referenceFen: 5_500_000, percent: 36, lines: [{ kind: 'double_wage', basis: 'law', amountFen: 5_500_000, source: expect.stringContaining('劳动合同法 Art 10, 82'), working: expect.any(Array) }] });
    const high = { claims: [{ kind: 'double_wage' as const, amountFen: 90_000_000 }] };
    expect(of(3_000_000, high)).toBeNull();
  });

  it.each([
    ['a written contract', { contract: 'yes' as const }],
    ['no day of hiring', { startDate: undefined }],
    ['no wage', { monthlyWageFen: undefined }],
    ['dates that cannot be', { startDate: '2027-01-01' }],
  ])('takes the amount asked for with %s', (_what, employment) => {
    const claims = [{ kind: 'double_wage' as const, amountFen: 4_000_000 }];
    expect(of(1_999_999, { claims, employment: { ...facts.employment, ...employment } as never })).toMatchObject({ referenceFen: 4_000_000, lines: [{ basis: 'claimed' }] });
  });

  it('has nothing to say where no amount is known', () => {
    expect(of(0, { claims: [{ kind: 'employment_relation' }] })).toBeNull();
  });
});
