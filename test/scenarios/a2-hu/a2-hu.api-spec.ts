import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock } from '@hejie/platform/testing';
import type { CaseClocksView, ClockView } from '@hejie/entitlement/contract';
import { type Client, createStaff, eventually, signInAgain, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { id, ok, PNG } from '../people.js';

/** Hu 胡某奇 (佛山): hurt on 2020-05-01, and an employer that lets every date pass, asks for re-appraisal, sues, and settles a year later. */
describe('scenario A2', () => {
  const clock = new TestClock(new Date('2020-05-10T02:00:00Z'));
  let t: TestApp;
  let caseId: string;
  let worker: Client;
  let lawyer: Client;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    await people();
    const facts = {
      disputeTypes: ['WORK_INJURY'],
      region: '佛山市',
      employer: { name: '佛山市某建筑公司' },
      employment: { contract: 'no', insured: 'no', platformWork: false, monthlyWageFen: 600_000 },
      claims: [{ kind: 'injury_disability' }],
      story: '2020年5月1日干活时从高处摔下，颅脑受伤、多处骨折，单位一直拖着不办工伤认定。',
    };
    ({ caseId } = ok(await worker.post('/api/cases/quick', { requestId: id(), claimant: { name: '胡小奇' }, facts })));
    ok(await worker.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: id(), lawyerId: lawyer.accountId }));
    const [request] = ok(await lawyer.get('/api/lawyer-requests')).items;
    ok(await lawyer.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: false }));
    ok(await lawyer.post(`/api/lawyer-requests/${request.id}/accept`));
  }, 60_000);
  afterAll(() => t?.close());

  async function people(): Promise<void> {
    worker = await signInByPhone(t.url, '13800138020', '胡小奇');
    lawyer = await createStaff(t, 'lawyer', '梁律师');
    ok(await lawyer.put('/api/lawyers/me/profile', { kind: 'volunteer', licenceNumber: '13702202010000001', specialties: ['INJURY'], region: '佛山市', languages: ['普通话'], capacity: 5, weeklyTimes: [] }));
  }
  /** Time passes; whoever comes back after months signs in anew. */
  const on = async (date: string) => {
    clock.set(`${date}T02:00:00Z`);
    worker = await signInByPhone(t.url, '13800138020');
  };
  const record = async (kind: string, date: string, by = 'worker', evidenceId?: string) => ok(await worker.post(`/api/cases/${caseId}/legal-events`, { requestId: id(), kind, on: date, by, ...(evidenceId ? { evidenceId } : {}) }));
  const clocks = async () => (ok(await worker.get(`/api/cases/${caseId}/clocks`)) as CaseClocksView).clocks;
  const of = async (rule: ClockView['rule'], from?: string) => (await clocks()).find((c) => c.rule === rule && (!from || c.triggerDate === from));

  it("shows the employer's thirty days and the worker's year from the accident", async () => {
    await record('injured', '2020-05-01');
    expect(await of('INJURY_EMPLOYER_FILE_30D')).toMatchObject({ who: 'employer', rawDate: '2020-05-31', state: 'running' });
    expect(await of('INJURY_WORKER_FILE_1Y')).toMatchObject({ who: 'worker', rawDate: '2021-05-01', state: 'running' });
  });

  it('keeps the ledger of what was already paid: 2,500 and 1,700 yuan', async () => {
    await on('2020-06-20');
    const proof = ok(await worker.upload(`/api/cases/${caseId}/evidence`, { name: '转账.png', type: 'image/png', bytes: PNG }, { title: '单位转账记录', visibility: 'private' }));
    for (const [paidOn, amountFen] of [['2020-05-03', 250_000], ['2020-06-10', 170_000]] as const) ok(await worker.post(`/api/cases/${caseId}/payments`, { requestId: id(), paidOn, amountFen, what: '住院费用', evidenceId: proof.id }));
    expect(ok(await worker.get(`/api/cases/${caseId}/payments`))).toMatchObject({ totalFen: 420_000, items: [{ amountFen: 250_000, evidenceId: proof.id }, { amountFen: 170_000 }] });
  });

  it('sees that the employer stalls, says that the worker or the union can apply, and tells them', async () => {
    expect(await of('INJURY_EMPLOYER_FILE_30D')).toMatchObject({ state: 'missed', endedOn: null, advice: { zh: expect.stringContaining('工会可以直接申请') } });
    const heard = await eventually(async () => (ok(await worker.get('/api/notifications')).items as { kind: string; text: string }[]).find((n) => n.kind === 'employer_missed'), 'the worker is told', 30_000);
    expect(heard!.text).toContain('用人单位申请工伤认定');
  });

  it('has the worker apply himself, and counts the decision', async () => {
    await on('2020-09-25');
    await record('recognition_applied', '2020-09-21');
    expect(await of('INJURY_WORKER_FILE_1Y')).toMatchObject({ state: 'met', endedOn: '2020-09-21' });
    expect(await of('INJURY_EMPLOYER_FILE_30D')).toMatchObject({ state: 'missed', endedOn: '2020-09-21' });
    await record('recognition_accepted', '2020-09-24', 'authority');
    expect(await of('INJURY_DECISION_60D')).toMatchObject({ who: 'authority', rawDate: '2020-11-23', state: 'running' });
    await on('2020-11-20');
    await record('recognition_granted', '2020-11-19', 'authority');
    expect(await of('INJURY_DECISION_60D')).toMatchObject({ state: 'met' });
    expect(await of('RECONSIDERATION_60D')).toMatchObject({ who: 'employer', rawDate: '2021-01-18' });
    expect(await of('ADMIN_SUIT_6M')).toMatchObject({ who: 'employer', rawDate: '2021-05-19' });
  });

  it("follows the appraisal, and the employer's re-appraisal and suit as branches of their own", async () => {
    await record('appraisal_applied', '2020-11-20');
    expect([(await of('APPRAISAL_60D'))!.rawDate, (await of('APPRAISAL_EXTENDED_90D'))!.rawDate]).toEqual(['2021-01-19', '2021-02-18']);
    await on('2021-01-11');
    await record('appraisal_concluded', '2021-01-11', 'authority');
    expect(await of('REAPPRAISAL_APPLY_15D')).toMatchObject({ who: 'either', rawDate: '2021-01-26', state: 'running' });
    const risk = ok(await (await createStaff(t, 'legal_officer', '法律部赵')).get('/api/insight/deadlines?within=20')).items;
    expect(risk).toMatchObject([{ caseId, kind: 'statutory', title: { zh: '申请再次鉴定' }, safeDate: '2021-01-26' }]);
    await on('2021-01-25');
    await record('reappraisal_applied', '2021-01-22', 'employer');
    expect(await of('REAPPRAISAL_APPLY_15D')).toMatchObject({ state: 'met' });
    expect(await of('APPRAISAL_60D', '2021-01-22')).toMatchObject({ rawDate: '2021-03-23', state: 'running' });
    await on('2021-03-20');
    await record('reappraisal_concluded', '2021-03-18', 'authority');
    await record('admin_suit_filed', '2021-03-19', 'employer');
    expect(await of('ADMIN_SUIT_6M')).toMatchObject({ state: 'met', endedOn: '2021-03-19' });
    expect(await of('EARLIEST_REVIEW')).toMatchObject({ rawDate: '2022-03-19', state: 'opens' });
  });

  it('counts what is due less what was paid, and says which table is missing', async () => {
    for (const [question, answer] of [['age', 'adult'], ['licensed', 'yes'], ['stillEmployed', 'yes'], ['where', 'work'], ['grade', '8']] as const) {
      const { version } = ok(await worker.get(`/api/cases/${caseId}/legal-answers`));
      ok(await worker.put(`/api/cases/${caseId}/legal-answers`, { question, answer, expectedVersion: version }));
    }
    const sheet = ok(await worker.post(`/api/cases/${caseId}/sheets`));
    expect(sheet.content.total).toMatchObject({ alreadyPaidFen: 420_000, complete: false });
    expect(sheet.content.lines.find((l: { claim: string }) => l.claim === 'injury_disability')).toMatchObject({ lowFen: null, missingTables: [{ title: { zh: '当地上年度职工月平均工资' } }] });
  });

  it('ends with 170,000 yuan paid on proof, and no clock runs on in anybody\'s list', async () => {
    await on('2021-05-22');
    lawyer = await signInAgain(t, lawyer);
    const proof = ok(await worker.upload(`/api/cases/${caseId}/evidence`, { name: '到账.png', type: 'image/png', bytes: PNG }, { title: '到账凭证', visibility: 'shared' }));
    const view = ok(await worker.get(`/api/cases/${caseId}`));
    const closed = ok(await lawyer.post(`/api/cases/${caseId}/moves`, { requestId: id(), move: 'paid_after_contact', expectedStatus: view.status, evidenceId: proof.id, amountFen: 17_000_000 }));
    expect(closed).toMatchObject({ status: 'closed', outcome: 'paid_after_contact', amountSettledFen: 17_000_000 });
    expect(ok(await (await createStaff(t, 'legal_officer', '法律部钱')).get('/api/insight/deadlines?within=60')).items).toEqual([]);
    expect(ok(await lawyer.get('/api/desk/caseload')).items).toEqual([]);
  });
});
