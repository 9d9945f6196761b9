import { describe, expect, it } from '@jest/globals';
import { degrees, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { pdfText } from '@hejie/test-kit';
import sharp from 'sharp';
import { PdfBinder } from './bind-pdf.js';
import { renderPdf } from './render-pdf.js';

const AT = new Date('2026-03-02T00:00:00Z');
const paper = (text: string, pages = 1) =>
  renderPdf({ title: text, madeAt: AT, numbered: false, blocks: Array.from({ length: pages }, (_, i) => [{ kind: 'paragraph' as const, text: `${text}之${i + 1}` }, ...(i + 1 < pages ? [{ kind: 'pageBreak' as const }] : [])]).flat() });
const jpeg = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#d00' } }).jpeg().toBuffer();
const load = (bytes: Uint8Array) => PDFDocument.load(bytes);

describe('binding PDFs', () => {
  it('puts papers, pictures and PDFs one after the other, with label and running number on each page', async () => {
    const binder = await PdfBinder.open('证据材料', AT);
    expect(await binder.addPdf(await paper('工资流水', 2), '证据1　工资流水')).toBeNull();
    await binder.addPicture(await jpeg(400, 300), '证据2　照片');
    await binder.putFirst(await paper('目录'));
    const pages = (await pdfText(Buffer.from(await binder.finish()))).split('\n');
    expect(pages.map((p) => [/第\d页共\d页/.exec(p.replaceAll(' ', ''))?.[0], /证据\d/.exec(p)?.[0]])).toEqual([
      ['第1页共4页', undefined], ['第2页共4页', '证据1'], ['第3页共4页', '证据1'], ['第4页共4页', '证据2'],
    ]);
    expect(pages[0]).toContain('目录之1');
    expect(pages[2]).toContain('工资流水之2');
  });

  it('lays a broad picture on a lying page and keeps turned pages turned', async () => {
    const turned = await PDFDocument.create();
    for (const angle of [0, 90, 180, 270]) turned.addPage([300, 500]).setRotation(degrees(angle));
    const binder = await PdfBinder.open('证据材料', AT);
    await binder.addPicture(await jpeg(400, 300), '证据1');
    expect(await binder.addPdf(await turned.save(), '证据2')).toBeNull();
    const pages = (await load(await binder.finish())).getPages();
    expect(pages[0]!.getWidth()).toBeGreaterThan(pages[0]!.getHeight());
    expect(pages.slice(1).map((p) => p.getRotation().angle)).toEqual([0, 90, 180, 270]);
  });

  it('says of what it cannot bind why, and goes on', async () => {
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    const long = await PDFDocument.create();
    for (let i = 0; i < 501; i++) long.addPage();
    const binder = await PdfBinder.open('证据材料', AT);
    const whole = await paper('工资流水');
    expect(await binder.addPdf(await locked.save(), '证据1')).toBe('encrypted');
    expect(await binder.addPdf(whole.subarray(0, 900), '证据2')).toBe('broken');
    expect(await binder.addPdf(Buffer.from('%PDF-1.7 nothing'), '证据3')).toBe('broken');
    expect(await binder.addPdf(await long.save(), '证据4')).toBe('too_long');
    expect(await binder.addPdf(whole, '证据5')).toBeNull();
    expect((await load(await binder.finish())).getPageCount()).toBe(1);
  });

  it('takes along nothing that runs', async () => {
    const loud = await PDFDocument.create();
    const page = loud.addPage();
    const script = loud.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
    loud.catalog.set(PDFName.of('OpenAction'), script);
    page.node.set(PDFName.of('AA'), loud.context.obj({ O: script }));
    page.node.set(PDFName.of('Annots'), loud.context.obj([loud.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: script })]));
    const bytes = await loud.save({ useObjectStreams: false });
    expect(Buffer.from(bytes).includes('app.alert')).toBe(true);
    const binder = await PdfBinder.open('证据材料', AT);
    await binder.addPdf(bytes, '证据1');
    const out = (await load(await binder.finish())).getPage(0).node;
    expect([out.get(PDFName.of('AA')), out.Annots()!.size(), String(out.Annots()!.lookup(0)).includes('/A ')]).toEqual([undefined, 1, false]);
  });

  it('gives the same bytes for the same pages', async () => {
    const bind = async () => {
      const binder = await PdfBinder.open('证据材料', AT);
      await binder.addPdf(await paper('工资流水'), '证据1');
      await binder.addPicture(await jpeg(400, 300), '证据2');
      return Buffer.from(await binder.finish());
    };
    expect((await bind()).equals(await bind())).toBe(true);
  });
});
