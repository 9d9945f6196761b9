import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

const REASON = '双方争议属于合伙纠纷，不属于劳动争议受理范围，建议向人民法院起诉。';

describe('refusing a case', () => {
  let t: TestApp;
  let worker: Client;
  let first: Client;
  let second: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp();
    first = await createStaff(t, 'legal_officer', '法律部赵');
    second = await createStaff(t, 'legal_officer', '法律部钱');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker));
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const propose = (who: Client, requestId = id()) => who.post(`/api/cases/${caseId}/refusal`, { requestId, reason: REASON });
  const decide = (who: Client, approve: boolean, requestId = id()) => who.post(`/api/cases/${caseId}/refusal/decision`, { requestId, approve });
  const seen = async () => [(await first.get(`/api/cases/${caseId}`)).body, (await first.get(`/api/cases/${caseId}/timeline`)).body];
  const kinds = async (who: Client) => (await who.get(`/api/cases/${caseId}/timeline`)).body.items.map((i: { kind: string }) => i.kind);

  it('takes two officers; the worker reads the reason, and not who wished for it before', async () => {
    const request = id();
    for (let i = 0; i < 2; i++) expect((await propose(first, request)).body).toMatchObject({ status: 'filed', openRefusal: { reason: REASON, proposedBy: '法律部赵', mine: true } });
    expect((await second.get(`/api/cases/${caseId}`)).body.openRefusal.mine).toBe(false);
    expect((await worker.get(`/api/cases/${caseId}`)).body).toMatchObject({ status: 'filed', openRefusal: null });
    expect(await kinds(worker)).toEqual(['cases.file']);

    const decision = id();
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide(second, true, decision)));
    for (const { body } of answers) expect(body).toMatchObject({ status: 'closed', outcome: 'refused', version: 2, openRefusal: null });
    const { items } = (await worker.get(`/api/cases/${caseId}/timeline`)).body;
    expect(items.map((i: { kind: string }) => i.kind)).toEqual(['cases.refuse', 'cases.file']);
    expect(items[0]).toMatchObject({ actorName: '法律部钱', data: { from: 'filed', to: 'closed', reason: REASON } });
  });

  it('refuses the second look of the first officer, and nothing changes', async () => {
    await propose(first);
    const before = await seen();
    expect(await decide(first, true)).toMatchObject({ status: 409, body: { code: 'REFUSAL_NEEDS_ANOTHER' } });
    expect(await propose(second)).toMatchObject({ status: 409, body: { code: 'REFUSAL_OPEN' } });
    expect(await seen()).toEqual(before);
  });

  it('lets the case go on when the second officer disagrees, and be proposed again', async () => {
    await propose(first);
    expect((await decide(second, false)).body).toMatchObject({ status: 'filed', outcome: null, openRefusal: null });
    expect(await decide(second, true)).toMatchObject({ status: 409, body: { code: 'REFUSAL_NONE' } });
    expect(await kinds(worker)).toEqual(['cases.file']);
    expect((await propose(second)).body.openRefusal.mine).toBe(true);
  });

  it('lapses when the case goes on in the meantime: nothing is left to decide, and nothing changes', async () => {
    await propose(first);
    await worker.post(`/api/cases/${caseId}/path`, { requestId: id(), path: 'negotiate', expectedStatus: 'filed' });
    expect((await first.get(`/api/cases/${caseId}`)).body).toMatchObject({ status: 'negotiating', openRefusal: null });
    expect((await kinds(first)).slice(0, 3)).toEqual(['cases.refusal_lapsed', 'cases.negotiate', 'cases.refusal_proposed']);
    expect(await kinds(worker)).toEqual(['cases.negotiate', 'cases.file']);
    const before = await seen();
    for (const approve of [true, false]) expect(await decide(second, approve)).toMatchObject({ status: 409, body: { code: 'REFUSAL_NONE' } });
    expect(await seen()).toEqual(before);
    expect(await propose(first)).toMatchObject({ status: 409, body: { code: 'CASE_MOVE_ILLEGAL' } });
  });

  it('is no door for the worker, a lawyer or an operator who has nothing to do with the case', async () => {
    const before = await seen();
    for (const who of [worker, await createStaff(t, 'lawyer', '王律师'), await createStaff(t, 'operator', '坐席李')]) {
      expect([(await propose(who)).status, (await decide(who, true)).status]).toEqual([404, 404]);
    }
    expect((await first.post(`/api/cases/${caseId}/refusal`, { requestId: id(), reason: '短' })).status).toBe(400);
    expect(await seen()).toEqual(before);
  });
});
