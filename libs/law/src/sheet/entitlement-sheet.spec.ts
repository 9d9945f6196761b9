import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from '../intake/condition.js';
import { CITY, HU, JIANG, PREGNANT, RESTAURANT } from '../testing/people.js';
import { entitlementSheet } from './entitlement-sheet.js';
import { daysOf, figuresDays, figuresOf, nothingLoaded, type LocalFigures } from './local-figures.js';

const ON = '2025-04-01';
const EMPLOYED = { hireDate: '2020-03-01', stillEmployed: 'yes' };
const sheet = (answers: Answers, local: LocalFigures = CITY, asOf = ON) => entitlementSheet({ answers, local, asOf });
const line = (answers: Answers, claim: string, local: LocalFigures = CITY, asOf = ON) => {
  const found = sheet(answers, local, asOf).lines.find((l) => l.claim === claim);
  if (!found) throw new Error(`no ${claim}`);
  return found;
};
const bounds = (...args: Parameters<typeof line>) => {
  const { low, high } = line(...args);
  return [low, high];
};

describe('the entitlement sheet', () => {
  it('of Jiang: 11 months of disability, subsidies, treatment and a second wage, less what was paid', () => {
    expect(bounds(JIANG, 'injury_disability')).toEqual([55_000, 55_000]);
    expect(bounds(JIANG, 'injury_employment')).toEqual([144_000, 144_000]);
    expect(bounds(JIANG, 'injury_medical')).toEqual([19_200, 19_200]);
    expect(bounds(JIANG, 'double_wage', CITY, '2025-02-01')).toEqual([55_000, 55_000]);
    expect(sheet(JIANG, CITY, '2025-02-01').total).toEqual({ low: 269_000, high: 269_000, alreadyPaid: 4_200, complete: true });
  });

  it('shows the working, the article, the validity and the input of every figure', () => {
    for (const { rulings } of sheet(JIANG).lines) {
      for (const { working, articles, effectiveFrom, input, warnings } of rulings) {
        expect(working.length).toBeGreaterThan(0);
        expect(articles[0]!.citation.zh).toMatch(/^《.+》/);
        expect(effectiveFrom).toMatch(/^\d{4}/);
        expect(input).toBeDefined();
        expect(warnings.length).toBeGreaterThan(0);
      }
    }
  });

  it('takes what is more than a year old out of the low end of a second wage', () => {
    expect(bounds(JIANG, 'double_wage', CITY, '2025-08-10')).toEqual([25_000, 55_000]);
    expect(bounds(JIANG, 'double_wage', CITY, '2026-06-01')).toEqual([0, 55_000]);
  });

  it('counts each claim by the tables of its own day: an injury by those of the accident, a death by those of the death, the end of work by those of the end', () => {
    const days = figuresDays(JIANG, '2026-01-05');
    expect(days).toEqual({ on: '2025-03-01', claims: { injury_disability: '2024-06-03' } });
    expect(daysOf(days)).toEqual(['2025-03-01', '2024-06-03']);
    const local = figuresOf(days, new Map([['2025-03-01', CITY], ['2024-06-03', { ...CITY, localAvgMonthlyWage: 10_000, subsidyBase: 1 }]]));
    expect(bounds(JIANG, 'injury_disability', local)).toEqual([66_000, 66_000]); // 60% of 10,000, eleven times
    expect(bounds(JIANG, 'injury_employment', local)).toEqual([144_000, 144_000]);
    const notYet = figuresOf(days, new Map([['2025-03-01', CITY], ['2024-06-03', nothingLoaded('示例市')]]));
    expect(line(JIANG, 'injury_disability', notYet)).toMatchObject({ low: null, missingTables: [{ field: 'localAvgMonthlyWage' }] });
    const died = { ...EMPLOYED, matters: ['death'], hurtOn: '2025-02-01', diedOn: '2025-02-02' };
    expect(figuresDays(died, '2026-01-05')).toEqual({ on: '2026-01-05', claims: { injury_death: '2025-02-02' } });
    expect(figuresDays({ ...EMPLOYED, matters: ['probation'] }, '2026-01-05').claims).toEqual({ probation_damages: '2020-03-01' });
    expect(figuresDays({ ...EMPLOYED, matters: ['injury'], hurtOn: null }, '2026-01-05').claims).toEqual({});
  });

  it('counts the year of a second wage as the place does: a day at a time, or from the end of it all', () => {
    const mode = (doubleWageLimitation: 'per_day' | 'from_end') => ({ ...CITY, doubleWageLimitation });
    expect(bounds(JIANG, 'double_wage', mode('per_day'), '2025-08-10')).toEqual([25_000, 55_000]);
    expect(bounds(JIANG, 'double_wage', mode('from_end'), '2025-08-10')).toEqual([55_000, 55_000]);
    expect(bounds(JIANG, 'double_wage', mode('from_end'), '2026-01-12')).toEqual([0, 55_000]);
  });

  it('says that a local table is missing, and never 0 for it', () => {
    const bare = sheet(JIANG, nothingLoaded('未加载的省'));
    const disability = bare.lines.find((l) => l.claim === 'injury_disability')!;
    expect(disability).toMatchObject({ low: null, high: null, missingTables: [{ field: 'localAvgMonthlyWage', title: { zh: '当地上年度职工月平均工资' } }] });
    expect(bare.lines.find((l) => l.claim === 'injury_employment')!.missingTables.map((t) => t.field)).toEqual(['subsidyBase', 'medicalMonths', 'employmentMonths']);
    expect(bare.total.complete).toBe(false);
    const unsure = line({ ...JIANG, injuryEnds: 'unsure' }, 'injury_employment', nothingLoaded('x'));
    expect([unsure.low, unsure.high]).toEqual([null, null]);
  });

  it('says which fact is missing, in the words of the question', () => {
    const hu = line(HU, 'injury_disability');
    expect(hu).toMatchObject({ low: null, high: null, missingFacts: [{ question: 'grade', ask: { zh: '伤残鉴定几级？' } }] });
    expect(line(HU, 'injury_medical').missingFacts.map((m) => m.question)).toEqual(['medicalCosts']);
    expect(sheet(HU).total.complete).toBe(false);
  });

  it('of the restaurant: statutory holidays at 300%, whatever time off was given', () => {
    expect(bounds(RESTAURANT, 'overtime_pay')).toEqual([2_160, 2_160]);
    expect(bounds({ ...RESTAURANT, overtimeProof: 'none' }, 'overtime_pay')).toEqual([0, 2_160]);
  });

  it('of a dismissal: from what is due if it was lawful to double damages; double for who is protected', () => {
    expect(bounds(PREGNANT, 'unlawful_dismissal')).toEqual([48_000, 48_000]);
    expect(bounds({ ...PREGNANT, protection: ['none'] }, 'unlawful_dismissal')).toEqual([30_200, 48_000]);
    expect(bounds({ ...PREGNANT, protection: ['none'], dismissReason: 'misconduct' }, 'unlawful_dismissal')).toEqual([0, 48_000]);
    expect(bounds({ ...PREGNANT, wish: 'back' }, 'reinstatement')).toEqual([null, null]);
  });

  it('asks for the wage of the last month where notice was not given, and lets no average stand in for it', () => {
    const { low, missingFacts } = line({ ...PREGNANT, protection: ['none'], lastMonthWage: null }, 'unlawful_dismissal');
    expect([low, missingFacts.map((m) => m.question)]).toEqual([null, ['lastMonthWage']]);
  });

  it('keeps the ends in order where notice pay and compensation come to more than damages', () => {
    const short = { ...PREGNANT, protection: ['none'], hireDate: '2025-05-01' };
    expect(bounds(short, 'unlawful_dismissal')).toEqual([6_000, 9_200]);
  });

  it.each<[string, object, string, [number, number]]>([
    ['left for unpaid wages', { ending: 'quitFault' }, 'severance', [0, 24_000]],
    ['not renewed', { ending: 'notRenewed', protection: ['none'] }, 'severance', [24_000, 24_000]],
    ['not renewed while pregnant, so that the term runs on', { ending: 'notRenewed' }, 'severance', [24_000, 48_000]],
    ['laid off', { ending: 'layoff', protection: ['none'] }, 'severance', [24_000, 48_000]],
    ['laid off while pregnant', { ending: 'layoff' }, 'severance', [48_000, 48_000]],
    ['left of own accord', { ending: 'quitOwn' }, 'severance', [0, 0]],
  ])('%s', (_how, change, claim, range) => expect(bounds({ ...PREGNANT, ...change }, claim)).toEqual(range));

  const BASE = { work: 'employee', age: 'adult', people: 'one', hireDate: '2020-03-01', stillEmployed: 'yes', monthlyWage: 6_525, contract: 'yes', insured: 'yes' };
  it.each<[string, object, string, [number | null, number | null]]>([
    ['arrears, told', { matters: ['wages'], wageTrouble: ['unpaid'], arrears: 12_000 }, 'unpaid_wages', [12_000, 12_000]],
    ['arrears, ordered and not obeyed', { matters: ['wages'], wageTrouble: ['unpaid'], arrears: 12_000, ordered: 'disobeyed' }, 'unpaid_wages', [18_000, 24_000]],
    ['paid below the minimum', { matters: ['wages'], wageTrouble: ['belowMinimum'], lowPaid: 1_500, lowMonths: 3 }, 'unpaid_wages', [1_500, 1_500]],
    ['sick pay', { matters: ['sick'], workYears: 8, employerYears: 5, sickPaid: 802, sickMonths: 1 }, 'sick_pay', [798, 798]],
    ['untaken leave', { matters: ['leave'], workYears: 9, leaveYear: 'full', leaveUsed: 2, leaveWaived: 'no', wageExclOvertime: 6_525, yearSickMonths: 0 }, 'annual_leave', [1_800, 1_800]],
    ...['hired', 'left'].map((leaveYear): [string, object, string, [number, number]] => [
      `the leave of the year one ${leaveYear === 'hired' ? 'came' : 'left'}, which is the same year: 122 days make one`,
      { matters: ['leave'], hireDate: '2024-05-01', stillEmployed: 'no', endDate: '2024-08-30', workYears: 9, leaveYear, leaveUsed: 0, leaveWaived: 'no', wageExclOvertime: 6_525, yearSickMonths: 0 }, 'annual_leave', [600, 600],
    ]),
    ['no leave after long sickness', { matters: ['leave'], workYears: 9, leaveYear: 'full', leaveUsed: 0, leaveWaived: 'no', wageExclOvertime: 6_525, yearSickMonths: 2 }, 'annual_leave', [0, 0]],
    ['probation', { matters: ['probation'], contractTerm: 'fixed', contractMonths: 12, probationAgreed: 3, probationServed: 3, wageAfterProbation: 6_000 }, 'probation_damages', [6_000, 6_000]],
    ['non-compete', { matters: ['noncompete'], ncAgreedMonthly: null, ncMonths: 6, ncReleased: 'no', ncUnpaid: 'no' }, 'noncompete_pay', [12_000, 12_000]],
    ['a fine', { matters: ['deduction'], deductionWhy: 'fine', deductedTotal: 300, deductionBasis: 'no' }, 'deduction_refund', [300, 300]],
    ['a claimed loss', { matters: ['deduction'], deductionWhy: 'loss', lossClaimed: 5_000, deductedTotal: 2_000, deductionBasis: 'yes' }, 'deduction_refund', [0, 2_000]],
    ['a deposit', { matters: ['papers'], papersWhat: 'deposit', deposit: 500 }, 'deposit_return', [500, 500]],
    ['a training penalty is not due to the worker', { matters: ['training'], trainingCost: 50_000, agreedPenalty: 50_000, serviceMonths: 36, servedMonths: 10, trainingLeave: 'no' }, 'training_bond', [null, null]],
    ['maternity', { matters: ['baby'], babyTrouble: ['leave'], birth: 'born', babies: 2, dystocia: 'no' }, 'maternity_benefits', [null, null]],
  ])('%s', (_what, answers, claim, range) => expect(bounds({ ...BASE, ...answers }, claim)).toEqual(range));

  it('shows what a rule says besides an amount', () => {
    const topics = (answers: object, claim: string) => line({ ...BASE, ...answers }, claim).rulings.map((r) => r.topic);
    expect(topics({ matters: ['training'], trainingCost: 50_000, agreedPenalty: 50_000, serviceMonths: 36, servedMonths: 10 }, 'training_bond')).toEqual(['service_bond']);
    expect(topics({ matters: ['sick'], workYears: 8, employerYears: 5, sickPaid: 802, sickMonths: 1 }, 'sick_pay')).toEqual(['sick_pay', 'medical_period']);
    expect(topics({ matters: ['layoff'], ending: 'layoff', staff: 100, laidOff: 20 }, 'severance')).toContain('mass_layoff');
  });

  it('of a death: the one-off sums, with the pension in the working', () => {
    const death = { ...BASE, matters: ['death'], licensed: 'yes', hurtOn: '2025-02-01', recognition: 'yes', medicalCosts: 0, diedOn: '2025-02-02', spouse: 'yes', otherDependants: 1, loneDependants: 0 };
    expect(bounds(death, 'injury_death')).toEqual([1_131_760, 1_131_760]);
    expect(line(death, 'injury_death').rulings[0]!.value).toMatchObject({ pensionMonthly: 4_567.5 });
  });

  it('says when answers contradict each other instead of counting', () => {
    const { contradiction, low } = line({ ...PREGNANT, endDate: '2021-01-01' }, 'unlawful_dismissal');
    expect(low).toBeNull();
    expect(contradiction!.en).toContain('endDate must not be before hireDate');
    expect(contradiction!.zh).toBe('填写的内容互相矛盾，算不出“经济补偿、代通知金、违法解除赔偿金”，请核对日期和数字。');
  });

  it('is the same for the same inputs, and carries them', () => {
    const first = sheet(JIANG);
    expect(entitlementSheet({ ...first.inputs, asOf: first.asOf })).toEqual(first);
  });

  it('has low at most high, a total that is the sum of its lines, whatever the figures', () => {
    const wage = fc.integer({ min: 0, max: 6_000_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(wage, wage, fc.constantFrom(...'1 4 5 8 10'.split(' ')), fc.integer({ min: 0, max: 400_000 }), (monthlyWage, medicalCosts, grade, alreadyPaid) => {
        const { lines, total } = sheet({ ...JIANG, monthlyWage, medicalCosts, grade, alreadyPaid });
        for (const { low, high } of lines) if (low !== null) expect(low).toBeLessThanOrEqual(high!);
        const sum = (bound: 'low' | 'high') => Math.max(0, lines.reduce((s, l) => s + Math.round((l[bound] ?? 0) * 100), 0) - alreadyPaid * 100) / 100;
        expect(total).toMatchObject({ low: sum('low'), high: sum('high') });
      }),
      { numRuns: 50 },
    );
  });
});
