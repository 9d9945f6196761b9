import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { Relation } from '../contract/index.js';
import { injuryFacts } from '../testing/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('taking evidence back', () => {
  let t: TestApp;
  let worker: Client;
  let employer: Client;
  let counsel: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    employer = await signInByPhone(t.url, '13900000001', '孙经理');
    counsel = await createStaff(t, 'lawyer', '王律师');
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker));
    await join(employer, 'respondent');
    await join(counsel, 'counsel');
  });
  afterAll(() => t?.close());

  const join = (who: Client, relation: Relation) => t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation));
  const add = async (who: Client, title: string, visibility = 'private') =>
    (await who.upload(`/api/cases/${caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title, visibility })).body.id as string;
  const remove = (who: Client, id: string) => who.delete(`/api/cases/${caseId}/evidence/${id}`);
  const titles = async (who: Client) => (await who.get(`/api/cases/${caseId}/evidence`)).body.items.map((e: { title: string }) => e.title);
  const lines = async (who: Client) => (await who.get(`/api/cases/${caseId}/timeline`)).body.items.map((i: { kind: string; data: { title?: string } }) => [i.kind, i.data.title]);
  const seen = async () => [await titles(worker), await lines(worker), await titles(employer), await lines(employer)];

  it('works from a draft, and leaves a trace', async () => {
    caseId = (await worker.post('/api/cases', { requestId: crypto.randomUUID() })).body.id;
    const [wrong] = [await add(worker, '拍错的照片'), await add(worker, '工资条')];
    expect((await remove(worker, wrong)).status).toBe(204);
    expect(await titles(worker)).toEqual(['工资条']);
    expect((await worker.get(`/api/cases/${caseId}/evidence/${wrong}/file`)).status).toBe(404);
    expect((await lines(worker))[0]).toEqual(['cases.evidence_removed', '拍错的照片']);
    expect((await remove(worker, wrong)).status).toBe(404);

    await worker.patch(`/api/cases/${caseId}/draft`, { answers: { ...injuryFacts(), claimant: { name: '姜小明' } } });
    await worker.post(`/api/cases/${caseId}/file`, { requestId: crypto.randomUUID() });
    const [filed] = (await worker.get(`/api/cases/${caseId}/evidence`)).body.items;
    expect(filed.removable).toBe(false);
    const before = [await titles(worker), await lines(worker)];
    expect(await remove(worker, filed.id)).toMatchObject({ status: 409, body: { code: 'EVIDENCE_SUBMITTED' } });
    expect([await titles(worker), await lines(worker)]).toEqual(before);
  });

  it('works for what a side added later and kept to itself; the other side hears nothing of it', async () => {
    const [ours, theirs] = [await add(worker, '聊天记录'), await add(employer, '考勤表')];
    expect([(await remove(worker, ours)).status, (await remove(employer, theirs)).status]).toEqual([204, 204]);
    expect([await titles(worker), await titles(employer)]).toEqual([[], []]);
    expect(JSON.stringify(await lines(worker))).not.toContain('考勤表');
    expect(JSON.stringify(await lines(employer))).not.toContain('聊天记录');
  });

  it('is refused for what was shown, for what is another person\'s, and once the case went on; nothing changes', async () => {
    const [shown, private_] = [await add(worker, '出示的照片', 'shared'), await add(worker, '私下的照片')];
    const buttons = async (who: Client) => (await who.get(`/api/cases/${caseId}/evidence`)).body.items.map((e: { removable: boolean }) => e.removable);
    expect([await buttons(worker), await buttons(counsel)]).toEqual([[false, true], [false, false]]);
    const before = await seen();
    expect((await remove(worker, shown)).body.code).toBe('EVIDENCE_SUBMITTED');
    for (const who of [employer, counsel, await signInByPhone(t.url, '13800000008')]) expect((await remove(who, private_)).status).toBe(404);
    expect(await seen()).toEqual(before);

    await worker.post(`/api/cases/${caseId}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' });
    const after = await seen();
    expect((await remove(worker, private_)).body.code).toBe('EVIDENCE_SUBMITTED');
    expect(await seen()).toEqual(after);
  });
});
