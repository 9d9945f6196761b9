import { createHash, randomBytes } from 'node:crypto';
import { readdir, utimes, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { HandlerRegistry } from '@hejie/platform/worker';
import { TestClock } from '@hejie/platform/testing';
import { signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import * as tus from 'tus-js-client';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000_000)]);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('resumable uploads', () => {
  const clock = new TestClock(new Date('2026-03-02T02:00:00Z'));
  let t: TestApp;
  let worker: Client;
  let stranger: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    stranger = await signInByPhone(t.url, '13800000002', '路人');
    ({ caseId } = await aFiledCase(worker));
  });
  afterAll(() => t?.close());

  const b64 = (text: string) => Buffer.from(text).toString('base64');
  const speak = (who: Client, method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) =>
    fetch(t.url + path, {
      method,
      headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'tus-resumable': '1.0.0', ...headers },
      ...(body ? { body: body as BodyInit } : {}),
    });
  const start = (who: Client, bytes: number, filename = '录音.pdf', of = caseId) =>
    speak(who, 'POST', '/api/uploads', { 'upload-length': String(bytes), 'upload-metadata': `caseId ${b64(of)},filename ${b64(filename)}` });
  const append = (who: Client, path: string, offset: number, chunk: Buffer) =>
    speak(who, 'PATCH', path, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, chunk);
  const idOf = (path: string) => path.split('/').at(-1)!;
  const take = (who: Client, path: string, title = '录音') => who.post(`/api/cases/${caseId}/evidence/uploaded`, { uploadId: idOf(path), title });
  const evidence = async () => (await worker.get(`/api/cases/${caseId}/evidence`)).body.items as { id: string; sha256: string }[];
  const started = async (bytes: number, filename?: string) => (await start(worker, bytes, filename)).headers.get('location')!;
  const begun = async () => Number(((await t.db.query('select count(*) as n from case_upload')) as [{ n: string }])[0].n);

  it('goes on where the line broke, and becomes evidence once, with the hash of its bytes', async () => {
    const path = await started(PDF.length);
    expect((await append(worker, path, 0, PDF.subarray(0, 1_000_000))).status).toBe(204);
    const head = await speak(worker, 'HEAD', path);
    expect([head.status, head.headers.get('upload-offset')]).toEqual([200, '1000000']);
    expect((await append(worker, path, 1_000_000, PDF.subarray(1_000_000))).headers.get('upload-offset')).toBe(String(PDF.length));

    const answers = await Promise.all(Array.from({ length: 5 }, () => take(worker, path)));
    expect(answers.map((a) => [a.status, a.body.id])).toEqual(Array(5).fill([201, idOf(path)]));
    expect(answers[0]!.body).toMatchObject({ sha256: sha256(PDF), bytes: PDF.length, mediaType: 'application/pdf', name: '录音.pdf', visibility: 'private' });
    expect((await evidence()).filter((e) => e.id === idOf(path))).toHaveLength(1);
    expect((await speak(worker, 'HEAD', path)).status).toBe(404);
    expect(await readdir(join(t.config.dataDir, 'uploads'))).toEqual([]);
  });

  it('works with the client browsers use', async () => {
    const path = await new Promise<string>((resolve, reject) => {
      const upload = new tus.Upload(PDF, {
        endpoint: `${t.url}/api/uploads`,
        chunkSize: 700_000,
        headers: { cookie: worker.cookie, 'x-csrf-token': worker.csrf },
        metadata: { caseId, filename: '工资表.pdf' },
        onError: reject,
        onSuccess: () => resolve(upload.url!),
      });
      upload.start();
    });
    expect((await take(worker, path, '工资表')).body.sha256).toBe(sha256(PDF));
  });

  it('does not take a half-uploaded file for evidence, and nothing changes', async () => {
    const before = await evidence();
    const path = await started(PDF.length);
    await append(worker, path, 0, PDF.subarray(0, 10));
    expect(await take(worker, path)).toMatchObject({ status: 409, body: { code: 'UPLOAD_UNFINISHED', received: 10, bytes: PDF.length } });
    expect(await evidence()).toEqual(before);
    expect((await speak(worker, 'DELETE', path)).status).toBe(204);
    expect((await speak(worker, 'HEAD', path)).status).toBe(404);
  });

  it('refuses a chunk at the wrong place or beyond the announced end, and keeps what it has', async () => {
    const path = await started(20);
    await append(worker, path, 0, PDF.subarray(0, 10));
    const wrong = await append(worker, path, 5, PDF.subarray(5, 15));
    expect([wrong.status, ((await wrong.json()) as { code: string }).code]).toEqual([409, 'CONFLICT']);
    expect((await append(worker, path, 10, PDF.subarray(10, 40))).status).toBe(413);
    expect((await speak(worker, 'HEAD', path)).headers.get('upload-offset')).toBe('10');
  });

  it('refuses a program by any name, and nothing changes', async () => {
    const before = await evidence();
    const exe = Buffer.concat([Buffer.from('MZ'), randomBytes(500)]);
    for (const name of ['照片.jpg', '聊天记录.txt']) {
      const path = await started(exe.length, name);
      await append(worker, path, 0, exe);
      expect(await take(worker, path)).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } });
    }
    expect(await evidence()).toEqual(before);
  });

  it('takes an exported chat as plain text, never to be shown in place', async () => {
    const chat = Buffer.from('2026-01-05 老板：工资下个月一起发。\n');
    const path = await started(chat.length, '聊天记录.txt');
    await append(worker, path, 0, chat);
    const taken = await take(worker, path);
    expect(taken.body).toMatchObject({ mediaType: 'text/plain', sha256: sha256(chat) });
    const file = await worker.get(`/api/cases/${caseId}/evidence/${taken.body.id}/file`);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('refuses more than 20 MB before a byte is sent, and nothing changes', async () => {
    const before = await begun();
    expect((await start(worker, 20 * 1024 * 1024 + 1)).status).toBe(413);
    expect(await begun()).toBe(before);
  });

  it.each([
    ['no metadata', { 'upload-length': '10' }],
    ['no length', { 'upload-metadata': `caseId ${b64(crypto.randomUUID())},filename ${b64('a.pdf')}` }],
    ['metadata that is not base64', { 'upload-length': '10', 'upload-metadata': 'caseId ???' }],
    ['a length that is no number', { 'upload-length': '1e9x', 'upload-metadata': `caseId ${b64(crypto.randomUUID())},filename ${b64('a.pdf')}` }],
  ])('refuses an upload with %s, and nothing changes', async (_what, headers) => {
    const before = await begun();
    expect((await speak(worker, 'POST', '/api/uploads', headers)).status).toBe(400);
    expect(await begun()).toBe(before);
  });

  it('shows nobody else that an upload is there', async () => {
    const path = await started(10);
    const missing = `/api/uploads/${crypto.randomUUID()}`;
    for (const method of ['HEAD', 'DELETE']) {
      const answers = await Promise.all([path, missing].map((p) => speak(stranger, method, p)));
      expect(answers.map((a) => a.status)).toEqual([404, 404]);
    }
    expect((await append(stranger, path, 0, PDF.subarray(0, 10))).status).toBe(404);
    expect((await start(stranger, 10)).status).toBe(404);
    expect((await start(worker, 10, 'a.pdf', crypto.randomUUID())).status).toBe(404);
    const other = await aFiledCase(stranger);
    expect((await stranger.post(`/api/cases/${other.caseId}/evidence/uploaded`, { uploadId: idOf(path), title: '偷' })).status).toBe(404);
    expect((await speak(worker, 'HEAD', path)).headers.get('upload-offset')).toBe('0');
  });

  it('lets one person have twenty under way', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => start(worker, 10)));
    const refused = answers.filter((a) => a.status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused[0]!.headers.get('retry-after')).toBe('600');
    expect(await begun()).toBe(20);
  });

  it('removes after a day what nobody finished', async () => {
    const incoming = join(t.config.dataDir, 'files', 'incoming');
    await mkdir(incoming, { recursive: true });
    await writeFile(join(incoming, 'left-by-a-crash'), 'half');
    await utimes(join(incoming, 'left-by-a-crash'), clock.now(), new Date('2026-03-01T00:00:00Z'));
    const clean = t.app.get(HandlerRegistry).schedules.get('cases.clean-uploads')!;
    await writeFile(join(incoming, 'under-way'), 'half');
    await utimes(join(incoming, 'under-way'), clock.now(), clock.now());
    await clean.run();
    expect(await begun()).toBe(20);
    expect(await readdir(incoming)).toEqual(['under-way']);

    clock.advance(25 * 3_600_000);
    await clean.run();
    expect(await begun()).toBe(0);
    expect(await readdir(join(t.config.dataDir, 'uploads'))).toEqual([]);
    expect((await evidence()).length).toBeGreaterThan(0);
  });
});
