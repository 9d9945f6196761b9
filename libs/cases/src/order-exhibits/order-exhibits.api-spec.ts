import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers, EvidenceList } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { BundleView, EvidenceView, ExhibitsView, Relation } from '../contract/index.js';

describe('what is handed in, and in which order', () => {
  let t: TestApp;
  let worker: Client;
  let employer: Client;
  let counsel: Client;
  let mediator: Client;
  let caseId: string;
  let ids: Record<'one' | 'two' | 'three' | 'theirs' | 'hidden' | 'minutes', string>;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    employer = await signInByPhone(t.url, '13900000001', '孙经理');
    counsel = await createStaff(t, 'lawyer', '王律师');
    mediator = await createStaff(t, 'mediator', '李调解');
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker));
    // the mediator is an officer of the case too, as in a small station: mediating comes first
    for (const [who, relation] of [[employer, 'respondent'], [counsel, 'counsel'], [mediator, 'mediator'], [mediator, 'officer']] as [Client, Relation][]) {
      await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation));
    }
    ids = { one: await add(worker, '一'), two: await add(worker, '二'), three: await add(counsel, '三'), theirs: await add(employer, '考勤', 'shared'), hidden: await add(employer, '内部'), minutes: await add(mediator, '调解笔录', 'shared') };
  });
  afterAll(() => t?.close());

  const add = async (who: Client, title: string, visibility = 'private') => ((await who.upload(`/api/cases/${caseId}/evidence`, { name: 'a.txt', type: 'text/plain', bytes: Buffer.from(title) }, { title, visibility })).body as EvidenceView).id;
  const at = () => `/api/cases/${caseId}/exhibits`;
  const read = async (who = worker) => (await who.get(at())).body as ExhibitsView;
  const order = (who: Client, body: object) => who.put(at(), { expectedVersion: 0, leftOut: [], ...body });
  const listed = async () => (await t.app.get(EvidenceList).unsafeOf(caseId)).map((e) => [e.exhibit, e.id]);
  const stored = async () => JSON.stringify(await t.db.query('select * from exhibit_order order by case_id'));

  it('is all of it as it came, what the other side has shown last, and nothing of those who mediate, until somebody chooses', async () => {
    expect(await read()).toEqual({ version: 0, items: [[ids.one, '一', 'claimant', 1], [ids.two, '二', 'claimant', 2], [ids.three, '三', 'claimant', 3], [ids.theirs, '考勤', 'respondent', 4]].map(([evidenceId, title, side, exhibit]) => ({ evidenceId, title, side, exhibit })) });
  });

  it('is what was chosen, in that order, for everything that is made of it; what comes later is last', async () => {
    expect((await order(counsel, { chosen: [ids.theirs, ids.three, ids.one], leftOut: [ids.two] })).status).toBe(200);
    const later = await add(worker, '后来');
    expect((await read()).items.map((i) => [i.exhibit, i.evidenceId])).toEqual([[1, ids.theirs], [2, ids.three], [3, ids.one], [4, later], [null, ids.two]]);
    expect(await listed()).toEqual([[1, ids.theirs], [2, ids.three], [3, ids.one], [4, later]]);
    const { id } = (await worker.post(`/api/cases/${caseId}/bundles`, { requestId: crypto.randomUUID() })).body as BundleView;
    const bundle = await eventually(async () => ((await worker.get(`/api/cases/${caseId}/bundles`)).body.items as BundleView[]).find((b) => b.id === id && b.state === 'ready'), 'the bundle is made', 60_000);
    expect(bundle.exhibits.map((x) => [x.exhibit, x.evidenceId])).toEqual(await listed());
    const preview = JSON.stringify((await worker.get(`/api/cases/${caseId}/papers/evidence_list/preview`)).body);
    expect(['考勤', '三', '一', '后来', '二'].map((title) => preview.indexOf(`"${title}"`)).map((n, i, all) => (n < 0 ? 'absent' : i === 0 || n > all[i - 1]! ? 'next' : 'before'))).toEqual(['next', 'next', 'next', 'next', 'absent']);
  });

  it('forgets what is taken back, and is empty when all is left out', async () => {
    const wrong = await add(worker, '拍错');
    await order(worker, { chosen: [wrong, ids.one], leftOut: [ids.two, ids.three, ids.theirs] });
    await worker.delete(`/api/cases/${caseId}/evidence/${wrong}`);
    expect(await listed()).toEqual([[1, ids.one]]);
    expect((await order(worker, { expectedVersion: 1, chosen: [], leftOut: [ids.one, ids.two, ids.three, ids.theirs] })).body.version).toBe(2);
    expect(await listed()).toEqual([]);
    expect(await worker.post(`/api/cases/${caseId}/bundles`, { requestId: crypto.randomUUID() })).toMatchObject({ status: 422, body: { code: 'BUNDLE_EMPTY' } });
  });

  it('is refused on top of what somebody else has changed, for what is not in the list, and to who does not act for the worker; nothing changes', async () => {
    const body = { chosen: [ids.two, ids.one], leftOut: [ids.three] };
    await order(worker, body);
    const before = await stored();
    expect((await order(counsel, body)).status).toBe(200); // the same again
    expect(await order(counsel, { chosen: [ids.one] })).toMatchObject({ status: 409, body: { code: 'EXHIBITS_STALE' } });
    for (const chosen of [[ids.hidden], [ids.minutes], [crypto.randomUUID()], [ids.one, ids.one]]) {
      expect(await order(worker, { expectedVersion: 1, chosen })).toMatchObject({ status: 422, body: { code: 'BUNDLE_EVIDENCE_UNKNOWN' } });
    }
    expect(await order(worker, { expectedVersion: 1, chosen: [ids.one], leftOut: [ids.one] })).toMatchObject({ status: 422 });
    for (const who of [employer, await signInByPhone(t.url, '13800000009', '路人')]) {
      expect((await who.get(at())).status).toBe(404);
      expect((await order(who, { expectedVersion: 1, chosen: [ids.theirs] })).status).toBe(404);
    }
    expect(await stored()).toBe(before);
  });
});
