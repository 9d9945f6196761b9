import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { renderPdf } from '@hejie/papers';
import { eventually, pdfText, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { BundleView, CustodyView, EvidenceView } from '../contract/index.js';

const ROOM = 60_000;

describe('a bundle too large for one file', () => {
  let t: TestApp;
  let worker: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp({ env: { BUNDLE_VOLUME_BYTES: String(ROOM) } });
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    ({ caseId } = await aFiledCase(worker));
  });
  afterAll(() => t?.close());

  const add = async (title: string, name: string, bytes: Uint8Array) => (await worker.upload(`/api/cases/${caseId}/evidence`, { name, type: 'application/octet-stream', bytes }, { title })).body as EvidenceView;
  const bundles = async () => (await worker.get(`/api/cases/${caseId}/bundles`)).body.items as BundleView[];
  const paper = (text: string) => renderPdf({ title: text, madeAt: t.now(), blocks: [{ kind: 'paragraph', text }] });

  it('comes in volumes whose exhibits run on, each with its own contents; nothing becomes a sheet for its size', async () => {
    const [one, two] = [await paper('一月工资'), await paper('二月工资')];
    const large = Buffer.concat([await paper('三月工资'), Buffer.from(`\n%${'x'.repeat(ROOM)}\n`)]); // larger than a volume by itself
    const room = [one, two].reduce((n, b) => n + b.length, 0);
    expect([room < ROOM, large.length > ROOM]).toEqual([true, true]);
    const files = [await add('一', 'a.pdf', one), await add('二', 'b.pdf', two), await add('聊天', 'c.txt', Buffer.from('好的')), await add('三', 'd.pdf', large), await add('四', 'e.pdf', one)];
    const requestId = crypto.randomUUID();
    const { status, body: asked } = await worker.post(`/api/cases/${caseId}/bundles`, { requestId });
    expect([status, asked.volume, asked.volumes]).toEqual([202, 1, 3]);
    await eventually(async () => (await bundles()).every((b) => b.state === 'ready'), 'all volumes are made', 60_000);
    const made = await bundles();
    expect(new Set(made.map((b) => b.askedAt)).size).toBe(1); // which puts them in order
    expect(made.map((b) => [b.volume, b.volumes, b.exhibits.map((x) => [x.exhibit, x.evidenceId, x.printed])])).toEqual([
      [1, 3, files.slice(0, 3).map((e, i) => [i + 1, e.id, true])], [2, 3, [[4, files[3]!.id, true]]], [3, 3, [[5, files[4]!.id, true]]],
    ]);
    for (const b of made) {
      const pdf = (await worker.get(`/api/cases/${caseId}/bundles/${b.id}/file`)).body as Buffer;
      expect(createHash('sha256').update(pdf).digest('hex')).toBe(b.file!.sha256);
      const text = (await pdfText(pdf)).replaceAll(/\s/g, '');
      expect(text).toContain(`证据材料（第${'一二三'[b.volume - 1]}册，共三册）`);
      for (const x of b.exhibits) expect(text).toContain(`证据${x.exhibit}${x.title}`);
      expect(text).toContain(`第1页共${b.file!.pages}页`);
    }
    const trail = ((await worker.get(`/api/cases/${caseId}/evidence/custody`)).body as CustodyView).items.filter((c) => c.kind === 'bundled');
    expect(new Map(trail.map((c) => [c.evidenceId, c.sha256]))).toEqual(new Map(made.flatMap((b) => b.exhibits.map((x) => [x.evidenceId, b.file!.sha256]))));
    // once more: the same volumes, none made anew
    expect((await worker.post(`/api/cases/${caseId}/bundles`, { requestId })).body.id).toBe(asked.id);
    expect(await bundles()).toEqual(made);
  });
});
