import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { injuryFacts } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

const WHO = { work: 'employee', age: 'adult', people: 'one' };
const WORK = { hireDate: '2023-03-01', stillEmployed: 'no', endDate: '2026-08-31', monthlyWage: 6_000, contract: 'yes', insured: 'yes' };
/** Twelve thousand owed, all questions answered. */
const WAGES = { ...WHO, ...WORK, matters: ['wages'], iou: 'no', ownerGone: 'no', construction: 'no', wageTrouble: ['unpaid'], arrears: 12_000, ordered: 'no', demandedOn: null, stage: 'none' };
/** Dismissed without a reason: from 6,000 less to twice that. */
const DISMISSED = { ...WHO, ...WORK, matters: ['ended'], ending: 'dismissed', dismissReason: 'none', protection: ['none'], unionTold: 'yes', wish: 'money', knewOn: '2026-08-31', demandedOn: null, stage: 'none' };
const REST = { region: '示例省/示例市', employer: { name: '甲机械厂' }, story: '欠了两个月工资，一直不给。', claimant: { name: '姜小明' } };

describe('filing with what the law makes of the answers', () => {
  let t: TestApp;
  let worker: Client;
  let officer: Client;
  let phone = 13_800_000_100;
  beforeAll(async () => {
    t = await startTestApp();
    officer = await createStaff(t, 'operator', '坐席甲');
    const legal = [await createStaff(t, 'legal_officer', '法律部赵'), await createStaff(t, 'legal_officer', '法律部钱')];
    const figure = (name: string, value: number) => ({ region: '示例省/示例市', figure: name, value, validFrom: '2026-01-01', validTo: null, sourceTitle: '示例数据，非真实标准', sourceUrl: null, certainty: 'unverified' });
    const change = await legal[0]!.post('/api/local-figures/changes', { requestId: id(), reason: '测试用的示例数据', rows: [figure('min_monthly_wage', 200_000), figure('avg_monthly_wage', 800_000)] });
    await legal[1]!.post(`/api/local-figures/changes/${change.body.id}/decision`, { requestId: id(), approve: true });
  });
  beforeEach(async () => {
    worker = await signInByPhone(t.url, String(phone++));
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const draft = async (answers: object) => {
    const { body } = await worker.post('/api/cases', { requestId: id() });
    const saved = await worker.patch(`/api/cases/${body.id}/draft`, { answers });
    return { caseId: body.id as string, saved };
  };
  const file = (caseId: string) => worker.post(`/api/cases/${caseId}/file`, { requestId: id() });
  const facts = async (caseId: string, who = worker) => (await who.get(`/api/cases/${caseId}`)).body.facts;

  it('disputes, employment and amounts come from the answers, not from what else was sent', async () => {
    const { caseId } = await draft({ ...REST, intake: WAGES, disputeTypes: ['WORK_DEATH'], employment: { contract: 'no', insured: 'no', platformWork: true, monthlyWageFen: 99_999_900, position: '操作工' } });
    expect((await file(caseId)).status).toBe(200);
    const filed = await worker.get(`/api/cases/${caseId}`);
    expect(filed.body).toMatchObject({ status: 'filed', amountClaimedFen: 1_200_000 });
    expect(filed.body.facts).toMatchObject({
      disputeTypes: ['UNPAID_WAGES'],
      claims: [{ kind: 'unpaid_wages', amountFen: 1_200_000 }],
      employment: { contract: 'yes', insured: 'yes', platformWork: false, startDate: '2023-03-01', endDate: '2026-08-31', monthlyWageFen: 600_000, position: '操作工' },
      intake: WAGES,
    });
  });

  it("asks for the most the law gives by the tables of the place of work; where a table is missing, for no amount", async () => {
    const { caseId } = await draft({ ...REST, intake: DISMISSED });
    await file(caseId);
    expect((await facts(caseId)).claims).toEqual([{ kind: 'unlawful_dismissal', amountFen: 4_800_000 }]);
    const elsewhere = await draft({ ...REST, region: '无此省无此市', intake: DISMISSED });
    await file(elsewhere.caseId);
    expect((await facts(elsewhere.caseId)).claims).toEqual([{ kind: 'unlawful_dismissal' }]);
  });

  it('who knows words the claims; none again means those of the law', async () => {
    const own = [{ kind: 'unpaid_wages', amountFen: 1_000_000 }, { kind: 'overtime_pay', amountFen: 50_000 }];
    const { caseId } = await draft({ ...REST, intake: WAGES, claims: own });
    const again = await draft({ ...REST, intake: WAGES, claims: own });
    await worker.patch(`/api/cases/${again.caseId}/draft`, { answers: { claims: [] } });
    await Promise.all([file(caseId), file(again.caseId)]);
    expect((await facts(caseId)).claims).toEqual(own);
    expect((await facts(again.caseId)).claims).toEqual([{ kind: 'unpaid_wages', amountFen: 1_200_000 }]);
  });

  it('a group is filed with how many it is, collective first', async () => {
    const { caseId } = await draft({ ...REST, intake: { ...WAGES, people: 'many', headcount: 30, commonClaim: 'yes', tension: 'no' } });
    await file(caseId);
    expect(await facts(caseId)).toMatchObject({ groupSize: 30, disputeTypes: ['COLLECTIVE', 'UNPAID_WAGES'] });
  });

  it.each<[string, object, string]>([
    ['not answered to a claim', { work: 'employee', age: 'adult' }, 'INTAKE_UNFINISHED'],
    ['not for labour mediation', { work: 'household' }, 'CASE_OUT_OF_SCOPE'],
    ['of a group, but of something for somebody else', { ...WHO, ...WORK, people: 'many', headcount: 20, commonClaim: 'yes', tension: 'no', matters: ['housingFund'], stage: 'none' }, 'CASE_OUT_OF_SCOPE'],
  ])('what is %s is not filed, and nothing changed', async (_what, intake, code) => {
    const { caseId } = await draft({ ...REST, intake });
    const before = (await worker.get(`/api/cases/${caseId}/draft`)).body;
    const refused = await file(caseId);
    expect([refused.status, refused.body.code]).toEqual([422, code]);
    if (code === 'CASE_OUT_OF_SCOPE') expect(refused.body.referrals).toEqual([expect.objectContaining({ phone: expect.stringMatching(/^123\d\d$/), goTo: { zh: expect.any(String), en: expect.any(String) } })]);
    expect((await worker.get(`/api/cases/${caseId}/draft`)).body).toEqual(before);
    expect((await worker.get(`/api/cases/${caseId}`)).body).toMatchObject({ status: 'draft', number: null });
  });

  it.each<[string, object]>([
    ['an option there is not', { work: 'king' }],
    ['a question there is not', { colour: 'red' }],
    ['a date that cannot be', { hireDate: '2026-02-30' }],
    ['an amount below nothing', { arrears: -1 }],
    ['one where there may be several', { matters: 'wages' }],
  ])('%s is refused by its name, and nothing changed', async (_what, intake) => {
    const { caseId } = await draft({ intake: { work: 'employee' } });
    const refused = await worker.patch(`/api/cases/${caseId}/draft`, { answers: { intake } });
    expect(refused.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: `answers.intake.${Object.keys(intake)[0]}` }] });
    expect((await worker.get(`/api/cases/${caseId}/draft`)).body.answers.intake).toEqual({ work: 'employee' });
  });

  it('a draft of before the intake opens with what it already answers, keeps its claims, and is filed after the rest', async () => {
    const old = injuryFacts();
    const { caseId } = await draft({ ...old, claimant: { name: '姜小明' } });
    const { answers } = (await worker.get(`/api/cases/${caseId}/draft`)).body;
    expect(answers.intake).toEqual({ work: 'employee', matters: ['injury', 'noContract'], hireDate: '2019-06-01', monthlyWage: 5_000, contract: 'no', insured: 'no' });
    const intake = { ...answers.intake, age: 'adult', people: 'one', stillEmployed: 'yes', licensed: 'yes', where: 'work', hurtOn: '2026-03-02', recognition: 'no', stayMonths: 1, medicalCosts: null, alreadyPaid: 0, knewOn: '2026-03-02', demandedOn: null, stage: 'none' };
    await worker.patch(`/api/cases/${caseId}/draft`, { answers: { intake } });
    expect((await file(caseId)).status).toBe(200);
    expect(await facts(caseId)).toMatchObject({ disputeTypes: ['WORK_INJURY', 'NO_CONTRACT'], claims: old.claims, intake, employment: { position: '操作工' } });
  });

  it('whoever words the whole facts alone files without answering', async () => {
    const { caseId } = await draft({ ...injuryFacts(), claimant: { name: '姜小明' } });
    expect((await file(caseId)).status).toBe(200);
    expect(await facts(caseId)).not.toHaveProperty('intake');
  });

  it('what was answered goes on with the case for the worker\'s side, and nobody else reads it', async () => {
    const { caseId } = await draft({ ...REST, intake: WAGES });
    await file(caseId);
    expect((await worker.get(`/api/cases/${caseId}/legal-answers`)).body).toMatchObject({ answers: WAGES, next: null, open: 0 });
    const employer = await signInByPhone(t.url, String(phone++), '孙经理');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, employer.accountId, 'respondent'));
    expect(await facts(caseId, employer)).toMatchObject({ claims: [{ kind: 'unpaid_wages' }] });
    expect(await facts(caseId, employer)).not.toHaveProperty('intake');
    expect((await employer.get(`/api/cases/${caseId}/legal-answers`)).status).toBe(404);
  });

  it('an operator files during the call with what was answered so far; the rest is asked in the case', async () => {
    const behalf = { name: '郭先生', phone: '13800000900', consent: '来电人同意工会代为登记' };
    const sick = { ...WHO, matters: ['sick'], hireDate: '2021-01-04', stillEmployed: 'yes', sickPaid: 802, sickMonths: 1 };
    const told = { region: '示例市', employer: { name: '晋城某公司' }, story: '病假一个月只发了 802 元。', intake: sick };
    const { status, body } = await officer.post('/api/cases/quick', { requestId: id(), behalf, facts: told });
    expect(status).toBe(201);
    const filed = (await officer.get(`/api/cases/${body.caseId}`)).body;
    expect(filed).toMatchObject({ amountClaimedFen: 79_800, facts: { disputeTypes: ['SICK_LEAVE_PAY'], claims: [{ kind: 'sick_pay', amountFen: 79_800 }] }, filedFor: { consent: behalf.consent } });
    expect((await officer.get(`/api/cases/${body.caseId}/legal-answers`)).body.next.id).toBe('monthlyWage');
    const before = (await officer.get('/api/cases')).body;
    const refused = await officer.post('/api/cases/quick', { requestId: id(), behalf, facts: { ...told, intake: { work: 'public' } } });
    expect([refused.status, refused.body.code]).toEqual([422, 'CASE_OUT_OF_SCOPE']);
    expect((await officer.post('/api/cases/quick', { requestId: id(), behalf, facts: { region: '示例市', employer: { name: '甲厂' }, story: '没有说是什么事' } })).body.code).toBe('VALIDATION_FAILED');
    expect((await officer.get('/api/cases')).body).toEqual(before);
  });
});
