import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { MAX_DRAFTS } from '../draft/drafts.js';
import { aFiledCase, injuryFacts } from '../testing/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('discarding a draft', () => {
  let t: TestApp;
  let worker: Client;
  let other: Client;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    other = await signInByPhone(t.url, '13800000002', '李新人');
  });
  afterAll(() => t?.close());

  const draft = async () => {
    const { id } = (await worker.post('/api/cases', { requestId: crypto.randomUUID() })).body as { id: string };
    await worker.patch(`/api/cases/${id}/draft`, { answers: { ...injuryFacts(), claimant: { name: '姜小明', idNumber: '370283199001011234' } } });
    await worker.upload(`/api/cases/${id}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title: '受伤照片', visibility: 'private' });
    return id;
  };
  const discard = (who: Client, id: string) => who.delete(`/api/cases/${id}/draft`);
  /** All that the database holds of cases, in a form that can be compared. */
  const kept = async (except: string) => {
    const read = (table: string, key: string) => t.db.query(`select to_jsonb(x) as row from ${table} x where ${key} <> $1 order by 1`, [except]);
    return [await read('dispute_case', 'id'), await read('case_member', 'case_id'), await read('case_evidence', 'case_id'), await read('case_event', 'case_id'), await read('evidence_custody', 'case_id')];
  };

  it('takes it from its owner with all that was said in it, and touches no other case', async () => {
    const [gone, stays] = [await draft(), await draft()];
    const { caseId: filed } = await aFiledCase(worker);
    const before = await kept(gone);
    expect((await discard(worker, gone)).status).toBe(204);
    expect(await kept(gone)).toEqual(before);

    for (const path of ['', '/draft', '/evidence', '/timeline']) expect((await worker.get(`/api/cases/${gone}${path}`)).status).toBe(404);
    const listed = (await worker.get('/api/cases')).body.items.map((c: { id: string }) => c.id);
    expect(listed).toEqual(expect.arrayContaining([stays, filed]));
    expect(listed).not.toContain(gone);
    const [row] = await t.db.query('select facts, employer_name from dispute_case where id = $1', [gone]);
    expect(row).toEqual({ facts: {}, employer_name: '' });
    expect(await t.db.query('select title from case_evidence where case_id = $1', [gone])).toEqual([]);
    const trail = await t.db.query('select kind from evidence_custody where case_id = $1 order by id', [gone]);
    expect(trail.map((line: { kind: string }) => line.kind)).toEqual(['received', 'removed']);
    expect((await discard(worker, gone)).status).toBe(404);
    expect(await t.db.query(`select subject from audit_entry where action = 'cases.draft_discarded'`)).toEqual([{ subject: `case:${gone}` }]);
  });

  it('gives room for another one', async () => {
    const open = async () => (await worker.get('/api/cases?status=draft')).body.items as { id: string }[];
    while ((await open()).length < MAX_DRAFTS) await draft();
    const start = () => worker.post('/api/cases', { requestId: crypto.randomUUID() });
    expect((await start()).body.code).toBe('DRAFTS_TOO_MANY');
    await discard(worker, (await open())[0]!.id);
    expect((await start()).status).toBe(201);
    expect((await start()).body.code).toBe('DRAFTS_TOO_MANY');
  });

  it('is refused for a case that was filed and for what is another person\'s, and nothing changes', async () => {
    const { caseId: filed } = await aFiledCase(other);
    const [mine] = (await worker.get('/api/cases?status=draft')).body.items as { id: string }[];
    const before = await kept(crypto.randomUUID());
    expect(await discard(other, filed)).toMatchObject({ status: 409, body: { code: 'CASE_NOT_DRAFT' } });
    const [foreign, missing] = [await discard(other, mine!.id), await discard(other, crypto.randomUUID())];
    expect([foreign.status, foreign.body.code, foreign.body.title]).toEqual([404, missing.body.code, missing.body.title]);
    expect(await kept(crypto.randomUUID())).toEqual(before);
  });
});
