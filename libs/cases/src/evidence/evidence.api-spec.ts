import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const BOUNDARY = 'hejie-test-boundary';

describe('evidence in one request', () => {
  let t: TestApp;
  let worker: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    ({ caseId } = await aFiledCase(worker));
  });
  afterAll(() => t?.close());

  const items = async () => (await worker.get(`/api/cases/${caseId}/evidence`)).body.items;
  const incoming = () => {
    const folder = join(t.config.dataDir, 'files', 'incoming');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const field = (name: string, value: string) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const start = field('title', '照片') + `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
  const half = Buffer.concat([Buffer.from(start), PNG, Buffer.alloc(300_000)]);
  const ask = (length: number) =>
    request(`${t.url}/api/cases/${caseId}/evidence`, {
      method: 'POST',
      headers: { cookie: worker.cookie, 'x-csrf-token': worker.csrf, 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'content-length': length },
    });

  it('keeps nothing of a file whose sender goes away in the middle', async () => {
    const sending = ask(2_000_000);
    sending.on('error', () => undefined);
    sending.write(half);
    await eventually(async () => incoming().length === 1, 'the file is being received');
    sending.destroy();
    await eventually(async () => incoming().length === 0, 'the half is removed');
    expect(await items()).toEqual([]);
  });

  it('keeps nothing of a form that ends before its file does', async () => {
    const status = await new Promise((resolve, reject) => {
      const sending = ask(half.length);
      sending.on('error', reject);
      sending.on('response', (answer) => resolve(answer.resume().statusCode));
      sending.end(half);
    });
    expect(status).toBe(400);
    expect(incoming()).toEqual([]);
    expect(await items()).toEqual([]);
  });

  it.each([
    ['without a title', {}, 400],
    ['with an unknown visibility', { title: '照片', visibility: 'public' }, 400],
    ['with a field nobody asked for', { title: '照片', side: 'respondent' }, 400],
  ])('refuses a file %s, and nothing changes', async (_what, fields, status) => {
    const answer = await worker.upload(`/api/cases/${caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, fields as Record<string, string>);
    expect(answer).toMatchObject({ status, body: { code: 'VALIDATION_FAILED' } });
    expect(await items()).toEqual([]);
  });

  it('refuses what is no form, and a form without a file', async () => {
    expect((await worker.post(`/api/cases/${caseId}/evidence`, { title: '照片' })).status).toBe(415);
    const form = new FormData();
    form.append('title', '照片');
    expect((await worker.send('POST', `/api/cases/${caseId}/evidence`, form)).status).toBe(400);
    expect(await items()).toEqual([]);
  });

  it('takes a text in the encoding of an old computer, and no text with bytes of a program', async () => {
    const upload = (bytes: Buffer, name: string) => worker.upload(`/api/cases/${caseId}/evidence`, { name, type: 'text/plain', bytes }, { title: name });
    const gb18030 = Buffer.from([0xb9, 0xa4, 0xd7, 0xca, 0x0d, 0x0a]); // 工资
    expect((await upload(gb18030, '工资.txt')).body.mediaType).toBe('text/plain');
    expect((await upload(Buffer.from([0x61, 0x00, 0x62]), '零.txt')).status).toBe(415);
    expect((await upload(Buffer.from([0xb9, 0x20, 0x41]), '乱.txt')).status).toBe(415);
    expect((await upload(Buffer.from('<html>'), '网页.html')).status).toBe(415);
    expect(await items()).toHaveLength(1);
    expect(incoming()).toEqual([]);
  });

  it('answers a range beyond the end by the whole file, and an open range to the end', async () => {
    const added = await worker.upload(`/api/cases/${caseId}/evidence`, { name: '照 片(1).png', type: 'image/png', bytes: PNG }, { title: '照片' });
    const file = `/api/cases/${caseId}/evidence/${added.body.id}/file`;
    const range = async (r: string) => {
      const { status, body, headers } = await worker.send('GET', file, undefined, { range: r });
      return [status, (body as Buffer).length, headers.get('content-range')];
    };
    expect(await range('bytes=10-')).toEqual([206, PNG.length - 10, `bytes 10-${PNG.length - 1}/${PNG.length}`]);
    expect(await range('bytes=0-99999')).toEqual([206, PNG.length, `bytes 0-${PNG.length - 1}/${PNG.length}`]);
    expect(await range('bytes=99999-')).toEqual([200, PNG.length, null]);
    expect(await range('nonsense')).toEqual([200, PNG.length, null]);
    expect((await worker.get(file)).headers.get('content-disposition')).toBe("inline; filename*=UTF-8''%E7%85%A7%20%E7%89%87%281%29.png");
  });

  it('is opened on record: who looked at which file, without what was in it', async () => {
    const { body } = await worker.upload(`/api/cases/${caseId}/evidence`, { name: '工资条.png', type: 'image/png', bytes: PNG }, { title: '工资条' });
    const reads = async () =>
      (await t.db.query(`select actor_id, action, subject, detail from audit_entry where subject = $1 order by seq`, [`evidence:${body.id}`])) as object[];
    const stranger = await signInByPhone(t.url, '13800000009');
    expect((await stranger.get(`/api/cases/${caseId}/evidence/${body.id}/file`)).status).toBe(404);
    expect((await worker.get(`/api/cases/${caseId}/evidence/${crypto.randomUUID()}/file`)).status).toBe(404);
    expect(await reads()).toEqual([]);
    expect((await worker.get(`/api/cases/${caseId}/evidence/${body.id}/file`)).status).toBe(200);
    expect(await reads()).toEqual([{ actor_id: worker.accountId, action: 'cases.evidence_read', subject: `evidence:${body.id}`, detail: { caseId } }]);
  });
});
