import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('moving a case by hand', () => {
  let t: TestApp;
  let worker: Client;
  let operator: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp();
    operator = await createStaff(t, 'operator', '坐席李');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker));
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const move = (who: Client, of: string, body: object) => who.post(`/api/cases/${of}/moves`, { requestId: id(), expectedStatus: 'filed', ...body });
  const path = (body: object) => worker.post(`/api/cases/${caseId}/path`, { requestId: id(), expectedStatus: 'filed', ...body });
  const seen = async () => [(await worker.get(`/api/cases/${caseId}`)).body, (await worker.get(`/api/cases/${caseId}/timeline`)).body];

  it('keeps a wish for arbitration without moving the case', async () => {
    expect((await path({ path: 'arbitration' })).body).toMatchObject({ status: 'filed', path: 'arbitration' });
  });

  it('changes from online to on-site while mediating, on one timeline', async () => {
    await path({ path: 'mediate_online' });
    expect((await path({ path: 'mediate_onsite', expectedStatus: 'mediating' })).body).toMatchObject({ status: 'mediating', path: 'mediate_onsite' });
  });

  it.each(['arbitration', 'legal_aid', 'negotiate'])('refuses the path %s of an ended case, and nothing changes', async (chosen) => {
    await move(worker, caseId, { move: 'withdraw' });
    const before = await seen();
    expect(await path({ path: chosen, expectedStatus: 'withdrawn' })).toMatchObject({ status: 409, body: { code: 'CASE_MOVE_ILLEGAL', caseStatus: 'withdrawn', allowed: [] } });
    expect(await path({ path: chosen })).toMatchObject({ status: 409, body: { code: 'CASE_STALE' } });
    expect(await seen()).toEqual(before);
  });

  it('refuses a path for a draft, and nothing changes', async () => {
    const draft = (await worker.post('/api/cases', { requestId: id() })).body.id;
    expect((await worker.post(`/api/cases/${draft}/path`, { requestId: id(), path: 'court', expectedStatus: 'draft' })).body.code).toBe('CASE_MOVE_ILLEGAL');
    expect((await worker.get(`/api/cases/${draft}`)).body).toMatchObject({ status: 'draft', path: null });
  });

  it('does not take money for settled when a case is withdrawn', async () => {
    const answer = await move(worker, caseId, { move: 'withdraw', amountFen: 999 });
    expect(answer.body).toMatchObject({ status: 'withdrawn', amountSettledFen: null });
  });

  it('closes a case that was paid after a call, with proof and amount', async () => {
    const { caseId: called } = await aFiledCase(operator, { claimant: undefined, behalf: { name: '郭先生', phone: '13800000099', consent: '已告知并同意工会代为提交' } });
    const before = (await operator.get(`/api/cases/${called}`)).body;
    const paid = { move: 'paid_after_contact', amountFen: 80_200 };
    for (const lacking of [paid, { ...paid, evidenceId: id() }]) {
      expect(await move(operator, called, lacking)).toMatchObject({ status: 422, body: { code: 'CASE_PROOF_MISSING' } });
    }
    expect((await operator.get(`/api/cases/${called}`)).body).toEqual(before);
    expect((await move(worker, caseId, paid)).body.code).toBe('CASE_MOVE_ILLEGAL');

    const proof = await operator.upload(`/api/cases/${called}/evidence`, { name: '转账.png', type: 'image/png', bytes: PNG }, { title: '转账凭证' });
    const done = { ...paid, evidenceId: proof.body.id, requestId: id() };
    for (let i = 0; i < 2; i++) {
      expect((await move(operator, called, done)).body).toMatchObject({ status: 'closed', outcome: 'paid_after_contact', amountSettledFen: 80_200, version: 2 });
    }
  });

  it('sends five invitations a day for a case, then asks to wait; an ended case sends none', async () => {
    const invite = () => worker.post(`/api/cases/${caseId}/invitations`, { requestId: id(), phone: '13900000001' });
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await invite());
    expect(answers.map((a) => a.status)).toEqual([201, 201, 201, 201, 201, 429]);
    expect(answers[5]!.headers.get('retry-after')).toBe('86400');
    const [{ n }] = (await t.db.query('select count(*)::int as n from case_invitation where case_id = $1', [caseId])) as [{ n: number }];
    expect(n).toBe(5);

    ({ caseId } = await aFiledCase(worker));
    await move(worker, caseId, { move: 'withdraw' });
    expect((await invite()).body.code).toBe('CASE_MOVE_ILLEGAL');
  });
});
