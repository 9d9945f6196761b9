import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { renderPdf } from '@hejie/papers';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, eventually, pdfText, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import sharp from 'sharp';
import type { BundleView, CustodyView, EvidenceView, Relation } from '../contract/index.js';
import { MakeBundle } from './make-bundle.js';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const drawn = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c44' } }).composite([{ input: { create: { width: 40, height: 40, channels: 3, background: '#248' } }, left: 0, top: 0 }]);

/** One second of silence as WAV, 8 kHz. */
function silence(): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0', 'latin1');
  head.writeUInt32LE(36 + 8000, 4);
  head.writeUInt32LE(8000, 40);
  return Buffer.concat([head, Buffer.alloc(8000, 128)]);
}

describe('a bundle of evidence', () => {
  let t: TestApp;
  let worker: Client;
  let employer: Client;
  let counsel: Client;
  let mediator: Client;
  let stranger: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    employer = await signInByPhone(t.url, '13900000001', '孙经理');
    stranger = await signInByPhone(t.url, '13800000009', '路人');
    counsel = await createStaff(t, 'lawyer', '王律师');
    mediator = await createStaff(t, 'mediator', '李调解');
    caseId = await aCase();
  });
  afterAll(() => t?.close());

  async function aCase(): Promise<string> {
    const { caseId: id } = await aFiledCase(worker);
    for (const [who, relation] of [[employer, 'respondent'], [counsel, 'counsel'], [mediator, 'mediator']] as [Client, Relation][]) {
      await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, id, who.accountId, relation));
    }
    return id;
  }
  const add = async (who: Client, title: string, name: string, bytes: Uint8Array, visibility = 'private', of = caseId) =>
    (await who.upload(`/api/cases/${of}/evidence`, { name, type: 'application/octet-stream', bytes }, { title, visibility })).body as EvidenceView;
  const ask = (who: Client, body: object = {}, of = caseId) => who.post(`/api/cases/${of}/bundles`, { requestId: crypto.randomUUID(), ...body });
  const bundles = async (who: Client, of = caseId) => (await who.get(`/api/cases/${of}/bundles`)).body.items as BundleView[];
  const made = (id: string, of = caseId) => eventually(async () => (await bundles(worker, of)).find((b) => b.id === id && b.state === 'ready'), 'the bundle is made', 60_000);
  const stored = async () => JSON.stringify([await t.db.query('select * from evidence_bundle order by id'), await t.db.query('select * from evidence_custody order by id')]);

  it('is one PDF: cover and contents with page numbers, each exhibit with its number, sheets for what has no pages, the trail and hashes', async () => {
    const lying = await drawn(400, 300).jpeg().withExif({ IFD0: { Make: 'HUAWEI' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 47/1 0/1' } }).withMetadata({ orientation: 6 }).toBuffer();
    const slips = await renderPdf({ title: '工资表', madeAt: t.now(), blocks: [{ kind: 'paragraph', text: '一月五千元' }, { kind: 'pageBreak' }, { kind: 'paragraph', text: '二月五千元' }] });
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: '123456', ownerPassword: '123456' });
    const scan = await PDFDocument.create();
    scan.addPage().drawImage(await scan.embedJpg(lying));
    const files = [
      await add(worker, '现场照片', 'IMG_1.jpg', lying),
      await add(worker, '工资流水', '流水.pdf', slips),
      await add(worker, '打卡截图', '打卡.png', await drawn(300, 600).png().toBuffer()),
      await add(worker, '银行明细（加密）', '明细.pdf', await locked.save()),
      await add(worker, '破损文件', '破损.pdf', slips.subarray(0, 500)),
      await add(worker, '谈话录音', '录音.wav', silence()),
      await add(worker, '工作群聊天', '聊天.txt', Buffer.from('组长：明天八点到岗\n我：好的')),
      await add(worker, '扫描件', '扫描.pdf', await scan.save()),
    ];
    const theirs = await add(employer, '考勤表', '考勤.png', await drawn(300, 300).png().toBuffer(), 'shared');
    const minutes = await add(mediator, '调解笔录照片', '笔录.png', await drawn(250, 250).png().toBuffer(), 'shared');
    const hidden = await add(employer, '内部记录', '内部.png', await drawn(200, 200).png().toBuffer());
    await worker.put(`/api/cases/${caseId}/evidence/${files[1]!.id}/binding`, { title: '工资流水', proves: '每月五千元', items: ['payLines'], claims: ['double_wage'], provenance: { obtained: 'bank', madeBy: '工商银行', madeOn: '2026-03-01' } });
    const { status, body: asked } = await ask(counsel);
    expect([status, asked.state, asked.file]).toEqual([202, 'making', null]);
    const bundle = await made(asked.id);

    const pdf = (await counsel.get(`/api/cases/${caseId}/bundles/${asked.id}/file`)).body as Buffer;
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], pdf);
    expect([hashOf(pdf), pdf.length]).toEqual([bundle.file!.sha256, bundle.file!.bytes]);
    const pages = (await pdfText(pdf)).split('\n').map((p) => p.replaceAll(/\s/g, ''));
    expect(pages).toHaveLength(bundle.file!.pages);
    pages.forEach((page, i) => expect(page).toContain(`第${i + 1}页共${pages.length}页`));
    expect(bundle.exhibits.map((x) => [x.exhibit, x.title, x.printed])).toEqual([
      [1, '现场照片', true], [2, '工资流水', true], [3, '打卡截图', true], [4, '银行明细（加密）', false], [5, '破损文件', false], [6, '谈话录音', false], [7, '工作群聊天', true], [8, '扫描件', true], [9, '考勤表', true],
    ]);
    const contents = pages.slice(0, bundle.exhibits[0]!.firstPage - 1).join('');
    for (const x of bundle.exhibits) {
      for (let page = x.firstPage; page <= x.lastPage; page++) expect(pages[page - 1]).toContain(`证据${x.exhibit}`);
      expect(contents).toContain(`证据${x.exhibit}${x.title}`);
    }
    const page = (exhibit: number) => pages[bundle.exhibits[exhibit - 1]!.firstPage - 1];
    expect(contents).toContain('每月五千元；谁给您发工资');
    expect(pages[0]).toContain(`${bundle.exhibits[1]!.firstPage}-${bundle.exhibits[1]!.lastPage}`);
    expect(page(2)).toContain('一月五千元');
    expect(page(4)).toContain('设有密码');
    expect(page(5)).toContain('已损坏');
    expect(page(6)).toContain('0分1秒');
    expect(page(6)).toContain(files[5]!.sha256);
    expect(page(7)).toContain('组长：明天八点到岗');
    const end = pages.slice(bundle.exhibits.at(-1)!.lastPage).join('');
    for (const e of [...files, theirs]) expect(end).toContain(e.sha256);
    expect(end).toContain('收到原件姜小明');
    expect(end).toContain('登记证明目的和来源');
    expect(pages.join('')).not.toContain('内部记录');
    for (const other of [hidden, minutes]) expect(end).not.toContain(other.sha256);
    // upright: taken lying on its side
    const photo = (await PDFDocument.load(pdf)).getPage(bundle.exhibits[0]!.firstPage - 1);
    expect(photo.getHeight()).toBeGreaterThan(photo.getWidth());
    expect([lying.includes('HUAWEI'), pdf.includes('HUAWEI')]).toEqual([true, false]);
    const trail = ((await worker.get(`/api/cases/${caseId}/evidence/custody`)).body as CustodyView).items.filter((c) => c.kind === 'bundled');
    expect(trail.map((c) => [c.evidenceId, c.by, c.sha256])).toEqual(files.map((e) => [e.id, '王律师', bundle.file!.sha256]));
  });

  it('is made again to the same bytes and written down once, however often its job runs', async () => {
    const id = await aCase();
    await add(worker, '照片', 'a.png', await drawn(100, 100).png().toBuffer(), 'private', id);
    const asked = (await ask(worker, {}, id)).body as BundleView;
    const first = await made(asked.id, id);
    await add(worker, '后来的', 'b.png', await drawn(120, 100).png().toBuffer(), 'private', id);
    await t.db.query('update evidence_bundle set sha256 = null, bytes = null, pages = null, exhibits = null where id = $1', [asked.id]); // as after a crash before the commit
    await t.app.get(MakeBundle).make({ bundleId: asked.id });
    expect(await made(asked.id, id)).toEqual(first);
    const before = await stored();
    await t.app.get(MakeBundle).make({ bundleId: asked.id });
    expect(await stored()).toBe(before);
  });

  it('holds what was chosen, in that order, and says so of a file whose bytes are not what came', async () => {
    const id = await aCase();
    const [one, two, three] = [await add(worker, '一', 'a.txt', Buffer.from('第一份'), 'private', id), await add(worker, '二', 'b.txt', Buffer.from('第二份'), 'private', id), await add(worker, '三', 'c.txt', Buffer.from('第三份'), 'private', id)];
    writeFileSync(`${t.config.dataDir}/files/${two.sha256.slice(0, 2)}/${two.sha256.slice(2, 4)}/${two.sha256}`, '别的内容');
    const bundle = await made((await ask(worker, { evidenceIds: [three.id, two.id] }, id)).body.id, id);
    expect(bundle.exhibits.map((x) => [x.exhibit, x.evidenceId, x.printed])).toEqual([[1, three.id, true], [2, two.id, false]]);
    const text = (await pdfText((await worker.get(`/api/cases/${id}/bundles/${bundle.id}/file`)).body)).replaceAll(/\s/g, '');
    expect(text).toContain('校验值不一致');
    expect(text).not.toContain('别的内容');
    expect(text).not.toContain(one.sha256);
  });

  it('is asked for once however often it is sent, and one at a time', async () => {
    const id = await aCase();
    await add(worker, '一', 'a.txt', Buffer.from('第一份'), 'private', id);
    const requestId = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => ask(worker, { requestId }, id)));
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    expect(await bundles(worker, id)).toHaveLength(1);
    await made(answers[0]!.body.id, id);
    await t.db.query(`insert into evidence_bundle select gen_random_uuid(), case_id, gen_random_uuid(), asked_by, asked_at, evidence_ids from evidence_bundle where case_id = $1`, [id]); // one that nobody makes
    const before = await stored();
    expect(await ask(counsel, {}, id)).toMatchObject({ status: 409, body: { code: 'BUNDLE_UNDER_WAY' } });
    expect(await stored()).toBe(before);
  });

  it('is refused for nothing, for what is not in the list, and to who does not act for the worker; nothing changes', async () => {
    const id = await aCase();
    const hidden = await add(employer, '内部记录', '内部.txt', Buffer.from('内部'), 'private', id);
    const minutes = await add(mediator, '笔录照片', '笔录.txt', Buffer.from('笔录'), 'shared', id);
    const before = await stored();
    expect(await ask(worker, {}, id)).toMatchObject({ status: 422, body: { code: 'BUNDLE_EMPTY' } });
    for (const other of [hidden, minutes]) expect(await ask(worker, { evidenceIds: [other.id] }, id)).toMatchObject({ status: 422, body: { code: 'BUNDLE_EVIDENCE_UNKNOWN' } });
    expect((await ask(worker, { evidenceIds: [] }, id)).status).toBe(400);
    const [whole] = await bundles(worker);
    for (const who of [employer, stranger, mediator]) {
      expect((await ask(who)).status).toBe(404);
      expect((await who.get(`/api/cases/${caseId}/bundles`)).status).toBe(404);
      expect((await who.get(`/api/cases/${caseId}/bundles/${whole!.id}/file`)).status).toBe(404);
    }
    expect((await worker.get(`/api/cases/${id}/bundles/${whole!.id}/file`)).status).toBe(404);
    expect(await stored()).toBe(before);
  });
});
