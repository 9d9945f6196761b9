import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const A_DAY = 6;

describe('how much can be brought into a case', () => {
  let t: TestApp;
  let worker: Client;
  let caseId: string;
  let roomId: string;
  let people = 0;
  let sent = 0;
  beforeAll(async () => {
    t = await startTestApp({ env: { UPLOADS_PER_DAY: String(A_DAY), CASE_FILES_BYTES: '250' } });
  });
  beforeEach(async () => {
    worker = await signInByPhone(t.url, `138007750${String(++people).padStart(2, '0')}`, '姜小明');
    ({ caseId } = await aFiledCase(worker));
    roomId = await t.app.get(UnitOfWork).run((tx) => t.app.get(Rooms).open(tx, { caseId, kind: 'consult', members: [{ accountId: worker.accountId, relation: 'claimant' }] }));
  });
  afterAll(() => t?.close());

  /** Each of 100 bytes, and another one. */
  const picture = () => ({ name: '照片.png', type: 'image/png', bytes: Buffer.concat([PNG, Buffer.from(String(++sent).padStart(100 - PNG.length))]) });
  const hand = (to = caseId) => worker.upload(`/api/cases/${to}/evidence`, picture(), { title: '照片', visibility: 'private' });
  const bring = () => worker.upload(`/api/rooms/${roomId}/files`, picture());
  const start = () => worker.send('POST', '/api/uploads', undefined, { 'tus-resumable': '1.0.0', 'upload-length': '100', 'upload-metadata': `caseId ${btoa(caseId)},filename ${btoa('a.png')}` });
  /** A whole picture that came up in pieces; it is still to be taken. */
  const brought = async () => {
    const path = (await start()).headers.get('location')!;
    const headers = { cookie: worker.cookie, 'x-csrf-token': worker.csrf, 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    expect((await fetch(t.url + path, { method: 'PATCH', headers, body: picture().bytes })).status).toBe(204);
    return path.split('/').at(-1)!;
  };
  const take = (uploadId: string) => worker.post(`/api/cases/${caseId}/evidence/uploaded`, { uploadId, title: '照片' });
  const takeIntoRoom = (uploadId: string) => worker.post(`/api/rooms/${roomId}/files/uploaded`, { uploadId });
  const state = async () => [
    await t.db.query('select id from case_evidence order by id'),
    await t.db.query('select id from room_file order by id'),
    await t.db.query('select id from case_upload order by id'),
    await t.db.query('select id from case_event order by id'),
    (await readdir(join(t.config.dataDir, 'files'), { recursive: true })).sort(),
  ];
  const refused = async (code: string, status: number, ...asks: (() => Promise<{ status: number; body: { code: string }; headers: Headers }>)[]) => {
    const before = await state();
    for (const ask of asks) {
      const answer = await ask();
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      if (status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await state()).toEqual(before);
  };

  it('is bounded for its evidence, in one piece or resumable, and says so', async () => {
    const whole = await brought();
    for (let i = 0; i < 3; i++) expect((await hand()).status).toBe(201);
    await refused('EVIDENCE_FULL', 422, hand, () => take(whole));
    // what is taken back makes room
    const [{ id }] = (await worker.get(`/api/cases/${caseId}/evidence`)).body.items;
    expect((await worker.delete(`/api/cases/${caseId}/evidence/${id}`)).status).toBe(204);
    expect((await take(whole)).status).toBe(201);
  });

  it('is bounded for the files of its rooms together', async () => {
    const whole = await brought();
    for (let i = 0; i < 3; i++) expect((await bring()).status).toBe(201);
    await refused('ROOM_FILES_FULL', 422, bring, () => takeIntoRoom(whole));
  });

  it('is bounded for an account a day, over cases and rooms together, taken back or not', async () => {
    for (let i = 0; i < A_DAY / 2; i++) {
      const { body } = await hand();
      expect((await worker.delete(`/api/cases/${caseId}/evidence/${body.id}`)).status).toBe(204);
      if (i < 2) expect((await bring()).status).toBe(201);
    }
    const other = (await aFiledCase(worker)).caseId;
    expect((await hand(other)).status).toBe(201);
    await refused('UPLOADS_PER_DAY', 429, hand, () => hand(other), bring, start);
  });

  it.each(['closed', 'withdrawn'])('is nothing once it is %s', async (status) => {
    const whole = await brought();
    await t.db.query('update dispute_case set status = $2 where id = $1', [caseId, status]);
    await refused('EVIDENCE_CASE_OVER', 409, hand, () => take(whole));
  });
});
