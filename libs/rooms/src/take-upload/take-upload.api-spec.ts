import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { type Client, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000_000)]);
const b64 = (text: string) => Buffer.from(text).toString('base64');

describe('a large file brought into a room', () => {
  let t: TestApp;
  let worker: Client;
  let stranger: Client;
  let caseId: string;
  let roomId: string;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    stranger = await signInByPhone(t.url, '13800000002', '路人');
    ({ caseId } = (await worker.post('/api/cases/quick', aQuickCase())).body);
    roomId = await t.app.get(UnitOfWork).run((tx) => t.app.get(Rooms).open(tx, { caseId, kind: 'consult', members: [{ accountId: worker.accountId, relation: 'claimant' }] }));
  });
  afterAll(() => t?.close());

  const speak = (method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
    fetch(t.url + path, { method, headers: { cookie: worker.cookie, 'x-csrf-token': worker.csrf, 'tus-resumable': '1.0.0', ...headers }, ...(body ? { body: body as BodyInit } : {}) });
  const begin = async (of = caseId) => (await speak('POST', '/api/uploads', { 'upload-length': String(PDF.length), 'upload-metadata': `caseId ${b64(of)},filename ${b64('工资表.pdf')}` })).headers.get('location')!.split('/').at(-1)!;
  const append = (id: string, offset: number, part: Buffer) => speak('PATCH', `/api/uploads/${id}`, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, part);
  const take = (uploadId: string, who = worker, into = roomId) => who.post(`/api/rooms/${into}/files/uploaded`, { uploadId });
  const kept = async () => JSON.stringify([await t.db.query('select * from room_file order by id'), await t.db.query('select * from case_upload order by id')]);

  it('goes on where the line broke, becomes one file of the room however often it is taken, and can be sent', async () => {
    const id = await begin();
    await append(id, 0, PDF.subarray(0, 700_000));
    await append(id, 700_000, PDF.subarray(700_000));
    const answers = await Promise.all(Array.from({ length: 5 }, () => take(id)));
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    for (const answer of answers) expect(answer).toMatchObject({ status: 201, body: { fileId: id, name: '工资表.pdf', mediaType: 'application/pdf', bytes: PDF.length, sha256 } });
    expect(await t.db.query('select 1 from room_file')).toHaveLength(1);
    expect(await t.db.query('select 1 from case_upload')).toHaveLength(0);
    expect((await worker.post(`/api/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), kind: 'file', body: { fileId: id } })).status).toBe(201);
    expect((await worker.get(`/api/rooms/${roomId}/files/${id}`)).body).toEqual(PDF);
  });

  it('is refused while parts are missing, to others, for another case and in a sealed room; nothing changes', async () => {
    const id = await begin();
    await append(id, 0, PDF.subarray(0, 700_000));
    const other = (await worker.post('/api/cases/quick', aQuickCase())).body.caseId as string;
    const elsewhere = await t.app.get(UnitOfWork).run((tx) => t.app.get(Rooms).open(tx, { caseId: other, kind: 'consult', members: [worker, stranger].map((c) => ({ accountId: c.accountId, relation: 'claimant' })) }));
    const before = await kept();
    expect(await take(id)).toMatchObject({ status: 409, body: { code: 'UPLOAD_UNFINISHED', received: 700_000, bytes: PDF.length } });
    await append(id, 700_000, PDF.subarray(700_000));
    const missing = await take(crypto.randomUUID());
    for (const answer of [missing, await take(id, stranger), await take(id, stranger, elsewhere), await take(id, worker, elsewhere), await take(id, worker, crypto.randomUUID())]) {
      expect([answer.status, answer.body.code, answer.body.title]).toEqual([404, 'NOT_FOUND', missing.body.title]);
    }
    await t.db.query(`update room set sealed_seq = last_seq, sealed_head = 'x' where id = $1`, [roomId]);
    expect(await take(id)).toMatchObject({ status: 409, body: { code: 'ROOM_SEALED' } });
    expect(await kept()).toBe(before);
  });
});
