import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { injuryFacts } from '../testing/index.js';
import { MAX_DRAFTS } from './drafts.js';

describe('drafts of an account', () => {
  let t: TestApp;
  let worker: Client;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
  });
  afterAll(() => t?.close());

  const start = (requestId: string = crypto.randomUUID()) => worker.post('/api/cases', { requestId });
  const drafts = async () => (await worker.get('/api/cases?status=draft')).body.items.map((c: { id: string }) => c.id) as string[];

  it('are only so many, also when all are started at once; the refusal names the latest, and nothing changes', async () => {
    const answers = await Promise.all(Array.from({ length: MAX_DRAFTS + 3 }, () => start()));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(MAX_DRAFTS);
    const before = await drafts();
    expect(before).toHaveLength(MAX_DRAFTS);
    const latest = before.at(-1)!;
    await worker.patch(`/api/cases/${latest}/draft`, { answers: { story: '右手受伤，没有合同。' } });
    const refused = await start();
    expect(refused).toMatchObject({ status: 409, body: { code: 'DRAFTS_TOO_MANY', draftId: latest, title: expect.stringContaining('打开您的草稿') } });
    expect(new Set(await drafts())).toEqual(new Set(before));
  });

  it('forget what was taken out of a part, and keep the other parts', async () => {
    const [id] = await drafts();
    const save = (answers: object) => worker.patch(`/api/cases/${id}/draft`, { answers });
    await save({ story: '右手受伤，没有合同。', employer: { name: '平度市某机械厂', uscc: '91370283MA3C0XXX1A', address: '平度市某村' }, claimant: { name: '姜小明', idNumber: '370283199001011234', address: '平度市某村' } });
    const { body } = await save({ employer: { name: '平度市某机械厂' }, claimant: { name: '姜小明' } });
    expect(body.answers).toMatchObject({ story: '右手受伤，没有合同。', employer: { name: '平度市某机械厂' }, claimant: { name: '姜小明' } });
    expect([Object.keys(body.answers.employer), Object.keys(body.answers.claimant)]).toEqual([['name'], ['name']]);
    expect((await worker.get(`/api/cases/${id}/draft`)).body.answers).toEqual(body.answers);
  });

  it('give way when one is filed, and a start repeated is the same draft however many there are', async () => {
    const [first] = await drafts();
    await worker.patch(`/api/cases/${first}/draft`, { answers: { ...injuryFacts(), claimant: { name: '姜小明' } } });
    expect((await worker.post(`/api/cases/${first}/file`, { requestId: crypto.randomUUID() })).status).toBe(200);
    const request = crypto.randomUUID();
    const made = await start(request);
    expect(made.status).toBe(201);
    expect((await start(request)).body.id).toBe(made.body.id);
    expect((await start()).body.code).toBe('DRAFTS_TOO_MANY');
  });

  it('of one account take nothing from another', async () => {
    const other = await signInByPhone(t.url, '13800000002');
    expect((await other.post('/api/cases', { requestId: crypto.randomUUID() })).status).toBe(201);
  });
});
