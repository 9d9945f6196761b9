import { describe, expect, it } from '@jest/globals';
import { HOUSEHOLD, HU, JIANG, PREGNANT, RESTAURANT, RIDER } from '../testing/people.js';
import { conclude } from './conclude.js';
import type { Answers } from './condition.js';
import { nextQuestion } from './walk.js';

const due = (answers: Answers) => Object.fromEntries(conclude(answers).clocks.map((c) => [c.rule, c.dueDate]));
const kinds = (answers: Answers) => conclude(answers).claims.map((c) => c.kind);
const notes = (answers: Answers) => conclude(answers).notes.map((n) => n.id);

describe('what the answers come to', () => {
  it.each([['Jiang', JIANG], ['Hu', HU], ['the rider', RIDER], ['the restaurant', RESTAURANT], ['the pregnant worker', PREGNANT], ['the home helper', HOUSEHOLD]])('%s has answered everything', (_who, answers) => {
    expect(nextQuestion(answers)).toBeNull();
  });

  it('an injury without contract and insurance: benefits and a second wage, evidence that needs no contract', () => {
    const { scope, primaryType, disputeTypes, evidence } = conclude(JIANG);
    expect({ scope, primaryType, disputeTypes }).toEqual({ scope: 'in', primaryType: 'WORK_INJURY', disputeTypes: ['WORK_INJURY', 'NO_CONTRACT'] });
    expect(kinds(JIANG)).toEqual(['injury_disability', 'injury_medical', 'injury_employment', 'double_wage']);
    expect(evidence.items.map((i) => i.id)).toEqual(expect.arrayContaining(['payLines', 'workChats', 'colleagues', 'grade', 'hireProof']));
    expect(evidence.items.map((i) => i.id)).not.toContain('contract');
    expect(notes(JIANG)).toEqual(expect.arrayContaining(['noContract', 'uninsured', 'legalAid']));
    expect(due(JIANG)).toMatchObject({ REAPPRAISAL_APPLY_15D: '2025-02-25', earliest_review: '2026-02-11', limitation_general: '2026-03-02' });
  });

  it('a stalled recognition: the thirty days of the employer and the year of the worker', () => {
    expect(due(HU)).toMatchObject({ INJURY_EMPLOYER_FILE_30D: '2020-06-01', INJURY_WORKER_FILE_1Y: '2021-05-03', limitation_general: '2021-05-03' });
    expect(conclude(HU).clocks.find((c) => c.rule === 'INJURY_EMPLOYER_FILE_30D')).toMatchObject({ rawDate: '2020-05-31', who: { zh: '单位' }, ifMissed: { zh: expect.stringMatching(/^单位没有按时申请：您、近亲属或者工会可以直接申请/) } });
    expect(conclude(HU).clocks.find((c) => c.rule === 'limitation_general')!.ifMissed!.zh).toContain('中断');
    expect(notes(HU)).toContain('employerLate');
  });

  it('a closely managed rider: employment to be confirmed, all of labour law, several respondents', () => {
    expect(conclude(RIDER).disputeTypes).toEqual(['RIDER_INJURY', 'WORK_INJURY', 'NO_CONTRACT', 'EMPLOYMENT_RELATION']);
    expect(notes(RIDER)).toEqual(expect.arrayContaining(['platformManaged', 'platformParties', 'platformInjury']));
    expect(conclude(RIDER).evidence.items.map((i) => i.id)).toEqual(expect.arrayContaining(['orderAtAccident', 'platformRules', 'orderPay', 'dispatchData']));
  });

  it('a rider who decides when to work: pay and injury by mediation, no benefits of employees', () => {
    const partly = { ...RIDER, platformControl: 'partly' };
    expect(conclude(partly).disputeTypes).toEqual(['RIDER_INJURY', 'EMPLOYMENT_RELATION']);
    expect(kinds(partly)).toEqual(['injury_medical', 'employment_relation']);
    expect(notes(partly)).toContain('platformPartly');
  });

  it('twelve with one claim: collective, representatives', () => {
    expect(conclude(RESTAURANT).primaryType).toBe('COLLECTIVE');
    expect(notes(RESTAURANT)).toContain('representatives');
    expect(conclude({ ...RESTAURANT, commonClaim: 'no' }).disputeTypes).toEqual(['OVERTIME']);
    expect(conclude(RESTAURANT).clocks.find((c) => c.rule === 'limitation_wages')).toMatchObject({ rawDate: null, dueDate: null, working: [{ en: expect.stringContaining('While employed') }] });
  });

  it('dismissed while pregnant: unlawful, protected, and what the employer must prove', () => {
    expect(conclude(PREGNANT).disputeTypes).toEqual(['UNLAWFUL_TERMINATION', 'ECON_COMPENSATION', 'MATERNITY']);
    expect(notes(PREGNANT)).toContain('pregnant');
    expect(conclude(PREGNANT).evidence.burdens.map((b) => b.who.en)).toContain('the employer');
    expect(kinds({ ...PREGNANT, wish: 'back' })).toEqual(['reinstatement']);
  });

  it('dispatched: two respondents', () => {
    const dispatched = { ...PREGNANT, work: 'dispatched' };
    expect(conclude(dispatched).disputeTypes).toContain('DISPATCH');
    expect(notes(dispatched)).toContain('dispatched');
  });

  it('past retirement age: pay and injury since July 2026, no compensation for the end; before that somebody else', () => {
    const past = { work: 'retired', retirement: 'past', overAgeSince: 'after', people: 'one', matters: ['wages', 'leave'] };
    expect(nextQuestion(past)?.id).toBe('matters');
    expect(conclude({ ...past, matters: ['wages', 'ended'] })).toMatchObject({ scope: 'partly', disputeTypes: ['UNPAID_WAGES', 'OVER_AGE'], referrals: [{ id: 'overAgeOther' }] });
    expect(conclude({ ...past, matters: ['wages'] })).toMatchObject({ scope: 'in', disputeTypes: ['UNPAID_WAGES', 'OVER_AGE'] });
    expect(conclude({ ...past, overAgeSince: 'before' })).toMatchObject({ scope: 'out', referrals: [{ id: 'overAgeBefore', phone: '12348' }] });
  });

  it.each([['household', '12348'], ['public', '12348'], ['student', '12348']])('%s: kindly elsewhere, after one question', (work, phone) => {
    const { scope, disputeTypes, referrals, claims, clocks } = conclude({ work });
    expect({ scope, disputeTypes, claims, clocks }).toEqual({ scope: 'out', disputeTypes: [], claims: [], clocks: [] });
    expect(referrals).toEqual([expect.objectContaining({ id: work, phone })]);
    expect(referrals[0]!.goTo.zh.length).toBeGreaterThan(10);
  });

  it('unpaid wages with a missing contribution: one here, the other at the inspectorate', () => {
    const answers = { work: 'employee', age: 'adult', people: 'one', matters: ['wages', 'insurance'], insuranceTrouble: 'never' };
    expect(conclude(answers)).toMatchObject({ scope: 'partly', disputeTypes: ['UNPAID_WAGES'], referrals: [{ id: 'contributions', phone: '12333' }] });
  });

  it('a claim in writing starts the year anew', () => {
    expect(due({ ...PREGNANT, demandedOn: '2025-12-01' })['limitation_general']).toBe('2026-12-01');
    expect(due(PREGNANT)['limitation_general']).toBe('2026-07-31');
  });

  it('waits for a date that is not known instead of inventing one', () => {
    const clock = conclude({ ...HU, hurtOn: null }).clocks.find((c) => c.rule === 'INJURY_WORKER_FILE_1Y');
    expect(clock).toMatchObject({ from: 'hurtOn', triggerDate: null, rawDate: null, dueDate: null });
  });
});
