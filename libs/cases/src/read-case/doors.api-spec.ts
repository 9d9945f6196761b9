import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, createStaff, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import { CaseMembers } from '@hejie/cases';
import { aQuickCase, injuryFacts } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const CANARY = '只给自己人看的话';
const NOWHERE = '00000000-0000-7000-8000-000000000000';

describe('who sees what of a case', () => {
  let t: TestApp;
  let worker: Client;
  let employer: Client;
  let stranger: Client;
  let lawyer: Client;
  let department: Client;
  let caseId: string;
  let privateId: string;
  let sharedId: string;

  beforeAll(async () => {
    t = await startTestApp();
    department = await createStaff(t, 'legal_officer', '法律部赵');
    lawyer = await createStaff(t, 'lawyer', '王律师');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    stranger = await signInByPhone(t.url, '13800000002', '路人');
    await worker.post('/api/cases/quick', aQuickCase({ claimant: { name: '姜小明', address: '秘密地址一号' }, facts: injuryFacts({ privateNote: CANARY }) }));
    caseId = (await worker.get('/api/cases')).body.items[0].id;
    const upload = (title: string, visibility: string) =>
      worker.upload(`/api/cases/${caseId}/evidence`, { name: '照片.png', type: 'image/png', bytes: PNG }, { title, visibility });
    privateId = (await upload(CANARY, 'private')).body.id;
    sharedId = (await upload('工资流水', 'shared')).body.id;

    await worker.post(`/api/cases/${caseId}/invitations`, { requestId: crypto.randomUUID(), phone: '13900000001' });
    const [, token] = await smsTo(t.url, '13900000001', /\/i\/([\w-]{43})/);
    employer = await signInByPhone(t.url, '13900000001');
    expect((await employer.get(`/api/invitations/${token}`)).body).toEqual({ organisation: '和解市总工会', employerName: '平度市某机械厂', accepted: false, lastDay: expect.any(String) });
    const accepted = await employer.post(`/api/invitations/${token}/accept`, { representativeName: '孙经理', position: '人事经理' });
    expect(accepted).toMatchObject({ status: 200, body: { caseId } });
    expect((await stranger.post(`/api/invitations/${token}/accept`, { representativeName: '冒充', position: '无' })).body.code).toBe('INVITATION_UNKNOWN');
    expect((await stranger.get(`/api/cases/${caseId}`)).status).toBe(404);
  });
  afterAll(() => t?.close());

  it('shows the employer the claim and nothing private, at every door', async () => {
    const seen = await Promise.all([
      employer.get(`/api/cases/${caseId}`),
      employer.get('/api/cases'),
      employer.get(`/api/cases/${caseId}/timeline`),
      employer.get(`/api/cases/${caseId}/evidence`),
    ]);
    expect(seen.map((s) => s.status)).toEqual([200, 200, 200, 200]);
    const all = JSON.stringify(seen.map((s) => s.body));
    expect(all).toContain('工资流水');
    expect(all).toContain(injuryFacts().story);
    expect(all).not.toContain(CANARY);
    expect(all).not.toContain('秘密地址一号');
    expect(all).not.toContain('13800000001');
    expect((await employer.get(`/api/cases/${caseId}/evidence/${privateId}/file`)).status).toBe(404);
    expect((await employer.get(`/api/cases/${caseId}/evidence/${sharedId}/file`)).status).toBe(200);
    expect((await employer.get(`/api/cases/${caseId}/receipt`)).status).toBe(404);
    expect((await employer.patch(`/api/cases/${caseId}/evidence/${privateId}`, { visibility: 'shared' })).status).toBe(404);
    expect((await worker.get(`/api/cases/${caseId}/evidence`)).body.items.find((e: { id: string }) => e.id === privateId).visibility).toBe('private');
  });

  it('hides the employer\'s private evidence from the worker and the worker\'s lawyer', async () => {
    const added = await employer.upload(`/api/cases/${caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title: '内部考勤', visibility: 'private' });
    expect(added.body.side).toBe('respondent');
    const counsel = await createStaff(t, 'lawyer', '李律师');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, counsel.accountId, 'counsel'));
    for (const who of [worker, counsel]) {
      const seen = [await who.get(`/api/cases/${caseId}/evidence`), await who.get(`/api/cases/${caseId}/timeline`)];
      expect(seen.map((s) => s.status)).toEqual([200, 200]);
      expect(JSON.stringify(seen.map((s) => s.body))).not.toContain('内部考勤');
      expect((await who.get(`/api/cases/${caseId}/evidence/${added.body.id}/file`)).status).toBe(404);
    }
    expect(JSON.stringify((await employer.get(`/api/cases/${caseId}/timeline`)).body)).toContain('内部考勤');
  });

  it('answers strangers and foreign lawyers as if the case were not there', async () => {
    for (const who of [stranger, lawyer]) {
      for (const path of ['', '/timeline', '/evidence', '/receipt', `/evidence/${sharedId}/file`]) {
        const foreign = await who.get(`/api/cases/${caseId}${path}`);
        const missing = await who.get(`/api/cases/${NOWHERE}${path}`);
        expect([path, foreign.status, foreign.body.code, foreign.body.title]).toEqual([path, 404, missing.body.code, missing.body.title]);
      }
      expect((await who.get('/api/cases')).body.items).toEqual([]);
      expect((await who.post(`/api/cases/${caseId}/invitations`, { requestId: crypto.randomUUID(), phone: '13900000009' })).status).toBe(404);
      expect((await who.upload(`/api/cases/${caseId}/evidence`, { name: 'x.png', type: 'image/png', bytes: PNG }, { title: 'x' })).status).toBe(404);
    }
    expect((await worker.get(`/api/cases/${caseId}/evidence`)).body.items).toHaveLength(2);
  });

  it('shows the legal department its own subtree', async () => {
    expect((await department.get(`/api/cases/${caseId}`)).body.relations).toEqual(['department']);
    const elsewhere = await createStaff(t, 'legal_officer', '外市', { organisationId: await otherCity() });
    expect((await elsewhere.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await elsewhere.get('/api/cases')).body.items).toEqual([]);
  });

  const otherCity = async () => {
    const { Organisations } = await import('@hejie/identity');
    const { UnitOfWork } = await import('@hejie/platform');
    return (await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '外市总工会', kind: 'county', parentId: null }))).id;
  };

  it('takes the employer\'s answer once per request and shows it to both', async () => {
    const answer = { requestId: crypto.randomUUID(), text: '不是本单位职工，是劳务外包。' };
    for (let i = 0; i < 3; i++) expect((await employer.post(`/api/cases/${caseId}/answer`, answer)).status).toBe(200);
    expect((await worker.get(`/api/cases/${caseId}`)).body.answer.text).toBe(answer.text);
    const kinds = (await worker.get(`/api/cases/${caseId}/timeline`)).body.items.map((i: { kind: string }) => i.kind);
    expect(kinds.filter((k: string) => k === 'cases.answered')).toHaveLength(1);
    expect((await worker.post(`/api/cases/${caseId}/answer`, { ...answer, requestId: crypto.randomUUID() })).status).toBe(404);
  });

  it('refuses a program dressed as a picture, and nothing changes', async () => {
    const before = (await worker.get(`/api/cases/${caseId}/evidence`)).body.items.length;
    const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5000)]);
    const answer = await worker.upload(`/api/cases/${caseId}/evidence`, { name: '照片.png', type: 'image/png', bytes: exe }, { title: '照片' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } });
    expect((await worker.get(`/api/cases/${caseId}/evidence`)).body.items).toHaveLength(before);
  });

  it('refuses more than 20 MB, and nothing changes', async () => {
    const before = (await worker.get(`/api/cases/${caseId}/evidence`)).body.items.length;
    const big = Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024)]);
    const answer = await worker.upload(`/api/cases/${caseId}/evidence`, { name: '大.png', type: 'image/png', bytes: big }, { title: '大' });
    expect(answer).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
    expect((await worker.get(`/api/cases/${caseId}/evidence`)).body.items).toHaveLength(before);
  });

  it('serves a file as it was, by its hash, with ranges', async () => {
    const file = await worker.get(`/api/cases/${caseId}/evidence/${sharedId}/file`);
    expect(Buffer.compare(file.body, PNG)).toBe(0);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('照片.png'));
    const part = await worker.send('GET', `/api/cases/${caseId}/evidence/${sharedId}/file`, undefined, { range: 'bytes=0-3' });
    expect([part.status, part.body.length]).toEqual([206, 4]);
  });

  it('refuses a stale move and an illegal one with what is allowed, and nothing changes', async () => {
    const stale = await worker.post(`/api/cases/${caseId}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'mediating' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'CASE_STALE', caseStatus: 'filed' } });
    const illegal = await worker.post(`/api/cases/${caseId}/moves`, { requestId: crypto.randomUUID(), move: 'perform', expectedStatus: 'filed' });
    expect(illegal).toMatchObject({ status: 409, body: { code: 'CASE_MOVE_ILLEGAL', allowed: ['negotiate', 'mediate', 'escalate', 'withdraw'] } });
    const notTheirs = await employer.post(`/api/cases/${caseId}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' });
    expect(notTheirs).toMatchObject({ status: 409, body: { allowed: [] } });
    expect((await worker.get(`/api/cases/${caseId}`)).body).toMatchObject({ status: 'filed', version: 1 });
  });

  it('moves once when the same request is sent five times at once', async () => {
    const path = { requestId: crypto.randomUUID(), path: 'negotiate', expectedStatus: 'filed' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => worker.post(`/api/cases/${caseId}/path`, path)));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200]);
    expect((await worker.get(`/api/cases/${caseId}`)).body).toMatchObject({ status: 'negotiating', path: 'negotiate', version: 2 });
  });
});
