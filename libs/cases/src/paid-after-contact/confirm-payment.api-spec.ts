import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { CaseMembers } from '../case/case-members.js';
import { CaseStatistics } from '../statistics/case-statistics.js';
import { aFiledCase } from '../testing/index.js';
import { UnitOfWork } from '@hejie/platform';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('what the worker says of money a case was closed on', () => {
  let t: TestApp;
  let operator: Client;
  let worker: Client;
  let caseId: string;
  const id = () => crypto.randomUUID();

  beforeAll(async () => {
    t = await startTestApp();
    operator = await createStaff(t, 'operator', '坐席李');
    worker = await signInByPhone(t.url, '13800000098', '郭庆华');
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(operator, { claimant: undefined, behalf: { name: '郭庆华', phone: '13800000098', consent: '已告知并同意工会代为提交' } }));
  });
  afterAll(() => t?.close());

  const proofBy = async (who: Client) => (await who.upload(`/api/cases/${caseId}/evidence`, { name: '转账.png', type: 'image/png', bytes: PNG }, { title: '转账凭证' })).body;
  const close = (evidenceId: string) => operator.post(`/api/cases/${caseId}/moves`, { requestId: id(), move: 'paid_after_contact', expectedStatus: 'filed', amountFen: 80_200, evidenceId });
  const say = (received: boolean, who = worker, requestId = id()) => who.post(`/api/cases/${caseId}/payment-receipt`, { requestId, received });
  const stored = () => t.db.query(`select (select json_agg(e order by e.id) from case_event e where e.case_id = $1::uuid) as events, (select row_to_json(c) from dispute_case c where c.id = $1::uuid) as found, (select count(*) from outbox_event where topic like 'cases.%' and payload->>'caseId' = $1::text) as announced`, [caseId]);
  const counted = async () => {
    for await (const batch of t.app.get(CaseStatistics).all()) {
      const found = batch.find((c) => c.id === caseId);
      if (found) return found.recordedPaidFen;
    }
    return null;
  };

  it('is asked for, told to both, and counts: a "no" is not paid, a "yes" is and stands', async () => {
    const proof = await proofBy(operator);
    const { body } = await close(proof.id);
    expect(body).toMatchObject({ outcome: 'paid_after_contact', paymentReceipt: null });
    expect(await counted()).toBe(80_200);
    const moved = (await worker.get(`/api/cases/${caseId}/timeline`)).body.items.find((e: { kind: string }) => e.kind === 'cases.paid_after_contact');
    expect(moved.data).toMatchObject({ evidenceId: proof.id, sha256: proof.sha256, amountFen: 80_200 });

    expect((await say(false)).body.paymentReceipt).toMatchObject({ received: false });
    expect(await counted()).toBe(0);
    const requestId = id();
    for (let i = 0; i < 2; i++) expect((await say(true, worker, requestId)).body.paymentReceipt).toMatchObject({ received: true });
    expect(await counted()).toBe(80_200);
    const before = await stored();
    expect((await say(true)).status).toBe(200);
    expect(await say(false)).toMatchObject({ status: 409, body: { code: 'PAYMENT_CONFIRMED' } });
    expect(await stored()).toEqual(before);
    expect((await operator.get(`/api/cases/${caseId}`)).body.paymentReceipt).toMatchObject({ received: true });
  });

  it('is for the worker alone to say, of a case that was closed so, and nothing changes', async () => {
    const before = await stored();
    expect(await say(true)).toMatchObject({ status: 409, body: { code: 'PAYMENT_NOT_TOLD' } });
    expect(await stored()).toEqual(before);
    await close((await proofBy(operator)).id);
    const closed = await stored();
    const stranger = await signInByPhone(t.url, '13800000097', '路人');
    expect([(await say(true, operator)).status, (await say(true, stranger)).status]).toEqual([404, 404]);
    expect(await stored()).toEqual(closed);
  });

  it('cannot rest on evidence of another case, nor on what the mover may not see, and nothing changes', async () => {
    const employer = await signInByPhone(t.url, '13900000098', '孙经理');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, employer.accountId, 'respondent'));
    const hidden = await proofBy(employer);
    const ours = await proofBy(operator);
    const here = caseId;
    ({ caseId } = await aFiledCase(operator, { claimant: undefined, behalf: { name: '别人', phone: '13800000096', consent: '已告知并同意工会代为提交' } }));
    expect((await close(ours.id)).body.code).toBe('CASE_PROOF_MISSING');
    caseId = here;
    const before = await stored();
    expect((await close(hidden.id)).body.code).toBe('CASE_PROOF_MISSING');
    expect(await stored()).toEqual(before);
  });
});
