import { describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { decodePDFRawStream, degrees, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { withoutLocation } from '../without-location.js';
import { MOST_UNPACKED } from './limits.js';
import { Uncleanable } from './tells.js';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXIF = { IFD0: { Make: 'HUAWEI' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 47/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '119/1 57/1 0/1' } };
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="36,47N"/></rdf:RDF></x:xmpmeta>';
const drawing = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#d00' } }).composite([{ input: { create: { width: 32, height: 48, channels: 3, background: '#00d' } }, left: 32, top: 0 }]);
const photo = (orientation = 1) => drawing().withMetadata({ orientation }).withExifMerge(EXIF).withXmp(XMP).jpeg({ progressive: true }).toBuffer();
const TOLD = ['HUAWEI', 'GPSLatitude', 'Exif\0\0', 'xmpmeta'];
const toldIn = (bytes: Buffer) => TOLD.filter((word) => bytes.includes(word, 0, 'latin1'));
const clean = async (bytes: Uint8Array, mediaType: string) => (await withoutLocation(Buffer.from(bytes), mediaType)).bytes;
const points = async (bytes: Buffer) => (await sharp(bytes).raw().toBuffer()).toString('base64');

interface Parts { jpeg?: Buffer; change?: (pdf: PDFDocument, image: PDFRawStream) => unknown }
/** A page with a photo, as a scanner's app writes it; nothing packed into object streams, so that it can be looked through. */
async function aPdf({ jpeg, change }: Parts = {}): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const image = await pdf.embedJpg(jpeg ?? (await photo()));
  pdf.addPage([300, 300]).drawImage(image, { x: 20, y: 20, width: 64, height: 48 });
  await pdf.flush();
  pdf.setTitle('工资表');
  pdf.setProducer('HUAWEI Scan');
  const stream = pdf.context.enumerateIndirectObjects().map(([, o]) => o).find((o): o is PDFRawStream => o instanceof PDFRawStream && o.dict.has(PDFName.of('BitsPerComponent')))!;
  await change?.(pdf, stream);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}
const imageOf = async (bytes: Buffer) => {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context.enumerateIndirectObjects().map(([, o]) => o).find((o): o is PDFRawStream => o instanceof PDFRawStream && o.dict.has(PDFName.of('BitsPerComponent')))!;
};
const hang = (pdf: PDFDocument, on: PDFDict, text = XMP) => on.set(PDFName.of('Metadata'), pdf.context.register(pdf.context.flateStream(text, { Type: 'Metadata', Subtype: 'XML' })));
const sign = (pdf: PDFDocument) => pdf.context.register(pdf.context.obj({ Type: 'Sig', ByteRange: [0, 1, 2, 3], Contents: PDFString.of('x') }));

describe('what others are given of a PDF', () => {
  it('the same pages; of its photos, its description and its XMP nothing of place and device', async () => {
    const jpeg = await photo();
    const file = await aPdf({ jpeg, change: (pdf, image) => { hang(pdf, pdf.catalog); hang(pdf, image.dict); pdf.getPage(0).node.set(PDFName.of('PieceInfo'), pdf.context.obj({ App: { Private: PDFString.of('HUAWEI') } })); pdf.getPage(0).setRotation(degrees(90)); } });
    expect(toldIn(file)).toEqual(['HUAWEI', 'GPSLatitude', 'Exif\0\0', 'xmpmeta']);
    const bytes = await clean(file, PDF);
    expect(toldIn(bytes)).toEqual([]);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([pdf.getPageCount(), pdf.getPage(0).getRotation().angle, pdf.getTitle(), pdf.getProducer(), pdf.catalog.has(PDFName.of('Metadata'))]).toEqual([1, 90, '工资表', undefined, false]);
    for (const [, object] of pdf.context.enumerateIndirectObjects()) if (object instanceof PDFRawStream) expect(object.dict.has(PDFName.of('Metadata')) || object.dict.get(PDFName.of('Type')) === PDFName.of('Metadata')).toBe(false);
    const inner = Buffer.from((await imageOf(bytes)).contents);
    expect(await points(inner)).toBe(await points(jpeg)); // its points are not drawn anew
  });

  it('also of a photo that is packed once more', async () => {
    const jpeg = await photo();
    const file = await aPdf({ change: (pdf, image) => { image.updateContents(deflateSync(jpeg)); image.dict.set(PDFName.of('Filter'), pdf.context.obj(['FlateDecode', 'DCTDecode'])); } });
    const bytes = await clean(file, PDF);
    const image = await imageOf(bytes);
    expect(image.dict.get(PDFName.of('Filter'))).toBe(PDFName.of('DCTDecode'));
    expect([toldIn(Buffer.from(image.contents)), await points(Buffer.from(image.contents))]).toEqual([[], await points(jpeg)]);
  });

  it('not what is hung on: a file beside the pages is left out', async () => {
    const file = await aPdf({ jpeg: await drawing().jpeg().toBuffer(), change: async (pdf) => { await pdf.attach(await photo(), 'original.jpg', { mimeType: 'image/jpeg' }); await pdf.flush(); } });
    const before = await PDFDocument.load(file);
    expect(before.context.enumerateIndirectObjects().filter(([, o]) => o instanceof PDFRawStream && o.dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile'))).toHaveLength(1);
    const after = await PDFDocument.load(await clean(file, PDF));
    for (const [, o] of after.context.enumerateIndirectObjects()) if (o instanceof PDFRawStream) expect(toldIn(Buffer.from(o.dict.has(PDFName.of('BitsPerComponent')) ? o.contents : decodePDFRawStream(o).decode()))).toEqual([]);
    expect(after.context.enumerateIndirectObjects().filter(([, o]) => o instanceof PDFDict && o.has(PDFName.of('EF')))).toEqual([]);
  });

  it('a signed one as it is while nothing in it tells of a place, so that the signature holds; else without it', async () => {
    const plain = await drawing().jpeg().toBuffer();
    const signed = await aPdf({ jpeg: plain, change: (pdf) => { sign(pdf); hang(pdf, pdf.catalog, '<x:xmpmeta><xmp:CreatorTool>e签宝</xmp:CreatorTool></x:xmpmeta>'); } });
    expect((await clean(signed, PDF)).equals(signed)).toBe(true);
    for (const telling of [await aPdf({ change: sign }), await aPdf({ jpeg: plain, change: (pdf) => { sign(pdf); hang(pdf, pdf.catalog); } })]) {
      const bytes = await clean(telling, PDF);
      expect([bytes.equals(telling), toldIn(bytes)]).toEqual([false, []]);
    }
  });

  it('none of one with a password, one with a telling picture within a page, and of what is none', async () => {
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    await expect(clean(await locked.save(), PDF)).rejects.toMatchObject({ reason: 'encrypted' });
    const within = await aPdf({ change: async (pdf) => { const ref = pdf.context.register(pdf.context.flateStream(`q BI /F /DCT ID ${(await photo()).toString('latin1')} EI Q`)); pdf.getPage(0).node.addContentStream(ref); } });
    await expect(clean(within, PDF)).rejects.toThrow(Uncleanable);
    const whole = await aPdf();
    for (const broken of [whole.subarray(0, 700), Buffer.from('%PDF-1.7 nothing'), await aPdf({ change: (_pdf, image) => image.updateContents(Buffer.from('no photo')) })]) await expect(clean(broken, PDF)).rejects.toThrow();
  });
});

describe('what others are given of a document', () => {
  const word = async (jpeg: Buffer) => Packer.toBuffer(new Document({ customProperties: [{ name: 'GPSLatitude', value: '36.78' }], sections: [{ children: [new Paragraph('工资五千元'), new Paragraph({ children: [new ImageRun({ type: 'jpg', data: jpeg, transformation: { width: 64, height: 48 } })] })] }] }));
  const parts = (bytes: Uint8Array) => unzipSync(new Uint8Array(bytes));
  const withPart = (file: Uint8Array, name: string, bytes: Uint8Array) => zipSync({ ...parts(file), [name]: bytes }, { level: 1 });

  it('the same text, and its photos as they were, upright or not, without place and device', async () => {
    const jpeg = await photo(6);
    const file = withPart(await word(jpeg), 'word/media/b.png', await drawing().png().withExif(EXIF).withXmp(XMP).toBuffer());
    const before = parts(file);
    const media = Object.keys(before).filter((n) => /^word\/media\/./.test(n));
    expect(media.map((n) => toldIn(Buffer.from(before[n]!)).length > 0)).toEqual([true, true]);
    const bytes = await clean(file, DOCX);
    expect((await fileTypeFromBuffer(bytes))?.mime).toBe(DOCX);
    const after = parts(bytes);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(strFromU8(after['word/document.xml']!)).toBe(strFromU8(before['word/document.xml']!));
    expect(Object.values(after).some((b) => Buffer.from(b).includes('GPSLatitude') || Buffer.from(b).includes('HUAWEI') || Buffer.from(b).includes('xmpmeta'))).toBe(false);
    const inner = Buffer.from(after[media.find((n) => n.endsWith('.jpg'))!]!);
    expect((await sharp(inner).metadata()).orientation).toBe(6);
    expect(await points(inner)).toBe(await points(jpeg));
    expect((await clean(file, DOCX)).equals(bytes)).toBe(true);
  });

  it('also of a document in a document, once', async () => {
    const inner = await word(await photo());
    const once = withPart(await word(await drawing().jpeg().toBuffer()), 'word/embeddings/a.docx', inner);
    const after = parts(parts(await clean(once, DOCX))['word/embeddings/a.docx']!);
    expect(Object.entries(after).filter(([, b]) => Buffer.from(b).includes('HUAWEI'))).toEqual([]);
    const thrice = withPart(inner, 'word/embeddings/a.docx', withPart(inner, 'word/embeddings/a.docx', withPart(inner, 'word/embeddings/a.docx', inner)));
    await expect(clean(thrice, DOCX)).rejects.toThrow(Uncleanable);
  });

  it.each([
    ['with an object of an unknown program', 'word/embeddings/a.bin', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['with a drawing that holds a photo', 'word/media/a.emf', Buffer.from('....Exif\0\0....', 'latin1')],
    ['with a web page in it', 'word/afchunk.mht', Buffer.from('MIME-Version: 1.0')],
    ['with a photo that is cut off', 'word/media/c.jpg', Buffer.from('ffd8ffe1ffff', 'hex')],
    ['that unpacks to too much', 'word/a.xml', Buffer.alloc(MOST_UNPACKED + 1)],
  ])('none of one %s', async (_what, name, bytes) => {
    const file = withPart(await word(await drawing().jpeg().toBuffer()), name, bytes);
    await expect(clean(file, DOCX)).rejects.toThrow();
  });

  it('none of one that is cut off', async () => {
    const file = await word(await drawing().jpeg().toBuffer());
    await expect(clean(file.subarray(0, file.length - 400), DOCX)).rejects.toThrow();
  });
});
