import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import type { CustodyView, Relation } from '../contract/index.js';

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('who is shown what of a file', () => {
  let t: TestApp;
  let worker: Client;
  let employer: Client;
  let counsel: Client;
  let mediator: Client;
  let caseId: string;
  let photo: Buffer;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    employer = await signInByPhone(t.url, '13900000001', '孙经理');
    counsel = await createStaff(t, 'lawyer', '王律师');
    mediator = await createStaff(t, 'mediator', '李调解');
    ({ caseId } = await aFiledCase(worker));
    for (const [who, relation] of [[employer, 'respondent'], [counsel, 'counsel'], [mediator, 'mediator']] as [Client, Relation][]) {
      await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation));
    }
    photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#d00' } }).jpeg().withExif({ IFD0: { Make: 'HUAWEI' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 47/1 0/1' } }).toBuffer();
  });
  afterAll(() => t?.close());

  const add = async (who: Client, visibility: string, bytes = photo, name = '宿舍.jpg', type = 'image/jpeg') => (await who.upload(`/api/cases/${caseId}/evidence`, { name, type, bytes }, { title: '宿舍', visibility })).body.id as string;
  const read = async (who: Client, id: string, range?: string) => (await who.send('GET', `/api/cases/${caseId}/evidence/${id}/file`, undefined, range ? { range } : {})) as { status: number; body: Buffer };
  const custody = async (id: string) => ((await worker.get(`/api/cases/${caseId}/evidence/custody`)).body as CustodyView).items.filter((c) => c.evidenceId === id).map((c) => [c.kind, c.by, c.sha256]);

  it('the own side the sealed original, everybody else a copy without where it was taken, made once; each reading stands in the trail', async () => {
    const id = await add(worker, 'shared');
    for (const who of [worker, counsel]) expect((await read(who, id)).body.equals(photo)).toBe(true);
    const seen = [await read(employer, id), await read(mediator, id)];
    const [copy] = seen.map((s) => s.body);
    for (const { status, body } of seen) {
      expect([status, body.equals(copy!), body.includes('HUAWEI'), (await sharp(body).metadata()).exif]).toEqual([200, true, false, undefined]);
    }
    expect(await custody(id)).toEqual([
      ['received', '姜小明', hashOf(photo)], ['shown', '姜小明', hashOf(photo)], ['read', '王律师', hashOf(photo)], ['copied', null, hashOf(copy!)],
      ['read', '孙经理', hashOf(copy!)], ['read', '李调解', hashOf(copy!)],
    ]);
    expect(await t.db.query('select source_sha256, sha256, bytes, media_type from file_copy')).toEqual([{ source_sha256: hashOf(photo), sha256: hashOf(copy!), bytes: copy!.length, media_type: 'image/jpeg' }]);
  });

  it('also to many who look at the same time', async () => {
    const other = await sharp(photo).negate().jpeg().withMetadata().toBuffer();
    const id = await add(worker, 'shared', other);
    const seen = await Promise.all(Array.from({ length: 8 }, (_, i) => read(i % 2 ? employer : mediator, id)));
    expect(new Set(seen.map((s) => hashOf(s.body))).size).toBe(1);
    expect((await custody(id)).filter(([kind]) => kind === 'copied')).toHaveLength(1);
  });

  it('pieces of the copy, as one reading', async () => {
    const id = await add(worker, 'shared');
    const whole = (await read(employer, id)).body;
    const pieces = [await read(employer, id, 'bytes=0-99'), await read(employer, id, 'bytes=100-')];
    expect(pieces.map((p) => p.status)).toEqual([206, 206]);
    expect(Buffer.concat(pieces.map((p) => p.body)).equals(whole)).toBe(true);
    expect((await custody(id)).filter(([kind]) => kind === 'read')).toHaveLength(1);
  });

  it('nothing where no copy can be made: the own side still reads it, the trail says nothing of others', async () => {
    const broken = photo.subarray(0, 200);
    const id = await add(worker, 'shared', broken);
    expect((await read(worker, id)).body.equals(broken)).toBe(true);
    const before = await custody(id);
    expect(await read(employer, id)).toMatchObject({ status: 422, body: { code: 'FILE_WITHOUT_COPY' } });
    expect(await custody(id)).toEqual(before);
    expect(await t.db.query('select 1 from file_copy where source_sha256 = $1', [hashOf(broken)])).toEqual([]);
  });

  it('of a PDF, a document and a recording a copy too, without what their photos and tags tell; the hash of the original stays', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage().drawImage(await pdf.embedJpg(photo));
    const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children: [new ImageRun({ type: 'jpg', data: photo, transformation: { width: 40, height: 30 } })] })] }] }));
    const chunk = (kind: string, body: Buffer) => { const size = Buffer.alloc(4); size.writeUInt32LE(body.length); return Buffer.concat([Buffer.from(kind), size, body]); };
    const wav = chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', Buffer.from('01000100401f0000401f000001000800', 'hex')), chunk('LIST', Buffer.from('INFO GPS+36.78 HUAWEI ')), chunk('data', Buffer.alloc(80, 128))]));
    const told = (bytes: Buffer) => [bytes, ...Object.values(bytes[0] === 0x50 ? unzipSync(new Uint8Array(bytes)) : {})].some((part) => Buffer.from(part).includes('HUAWEI'));
    for (const [name, bytes, mediaType] of [['工资表.pdf', Buffer.from(await pdf.save()), 'application/pdf'], ['说明.docx', word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], ['谈话.wav', wav, 'audio/wav']] as const) {
      const id = await add(worker, 'shared', bytes, name, mediaType);
      const own = await read(worker, id);
      expect([name, own.status, own.body.equals?.(bytes)]).toEqual([name, 200, true]);
      const { status, body } = await read(employer, id);
      expect([name, status, told(bytes), told(body)]).toEqual([name, 200, true, false]);
      expect((await custody(id)).slice(2)).toEqual([['copied', null, hashOf(body)], ['read', '孙经理', hashOf(body)]]);
      const listed = (await employer.get(`/api/cases/${caseId}/evidence`)).body.items.find((e: { id: string }) => e.id === id);
      expect([listed.sha256, listed.mediaType]).toEqual([hashOf(bytes), mediaType]);
    }
  });

  it('no PDF with a password: others are told why, its own side still reads it', async () => {
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: '123456', ownerPassword: '123456' });
    const id = await add(worker, 'shared', Buffer.from(await locked.save()), '明细.pdf', 'application/pdf');
    const before = await custody(id);
    expect(await read(employer, id)).toMatchObject({ status: 422, body: { code: 'FILE_WITHOUT_COPY', title: expect.stringContaining('密码') } });
    expect(await custody(id)).toEqual(before);
    expect((await read(worker, id)).status).toBe(200);
  });

  it('takes a voice message in Opus as the Ogg it is', async () => {
    const ogg = Buffer.concat([Buffer.from('4f6767530002', 'hex'), Buffer.alloc(20), Buffer.from([1, 19]), Buffer.from('4f707573486561640101380180bb0000000000', 'hex')]);
    const id = await add(worker, 'shared', ogg, '语音.ogg', 'audio/ogg');
    expect((await worker.get(`/api/cases/${caseId}/evidence`)).body.items.find((e: { id: string }) => e.id === id).mediaType).toBe('audio/ogg');
  });

  it('other papers as they are', async () => {
    const id = await add(worker, 'shared', Buffer.from('工资：五千元'), '记录.txt', 'text/plain');
    expect((await read(employer, id)).body.toString()).toBe('工资：五千元');
    expect((await custody(id)).map(([kind]) => kind)).toEqual(['received', 'shown', 'read']);
  });
});
