import { constants, inflateSync } from 'node:zlib';
import { decodePDFRawStream, ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { blankMetadata } from '../blank-metadata.js';
import { jpegPoints } from './jpeg-points.js';
import { MOST_UNPACKED } from './limits.js';
import { tells, Uncleanable } from './tells.js';

/** Entries that tell of a page or picture and show nothing: XMP, what a program keeps for itself, maps. `EF`: files hung on. */
const TELLING = ['Metadata', 'PieceInfo', 'VP', 'LGIDict', 'Measure', 'PtData', 'EF'].map((key) => PDFName.of(key));
/** Of the document's description the copy keeps these. */
const DESCRIBES = ['Title', 'CreationDate', 'ModDate'].map((key) => PDFName.of(key));
/** In XMP or a description: words of a place. */
const PLACE = /gps|latitude|longitude|geo|location|city|province|country|address|位置|地点|地址/i;
/** Lets other requests of the process have their turn between so many objects. */
const OBJECTS_PER_TURN = ParseSpeeds.Medium;

const [TYPE, SUBTYPE, FILTER, PARAMS] = ['Type', 'Subtype', 'Filter', 'DecodeParms'].map((key) => PDFName.of(key)) as [PDFName, PDFName, PDFName, PDFName];

/**
 * A PDF whose pages look the same, without what its pictures and the document itself tell of place and device, and without files hung on.
 * A signed one is left as it is, so that its signature still holds, as long as nothing in it can tell of a place.
 * @throws Uncleanable for one with a password, or whose pages hold what cannot be taken out
 */
export async function cleanPdf(file: Buffer): Promise<Buffer> {
  const pdf = await PDFDocument.load(file, { updateMetadata: false, parseSpeed: OBJECTS_PER_TURN, ignoreEncryption: true });
  if (pdf.isEncrypted) throw new Uncleanable('encrypted', 'the PDF has a password');
  if (pdf.getPageCount() === 0) throw new Error('no pages');
  const objects = pdf.context.enumerateIndirectObjects();
  const signed = objects.some(([, object]) => dictOf(object)?.has(PDFName.of('ByteRange')));
  let told = describe(pdf.context);
  for (const [ref, object] of objects) {
    if (object instanceof PDFRawStream) told = (isTelling(object) ? forget(pdf.context, ref, object) : cleanStream(object)) || told;
    told = strip(pdf.context, object) || told;
  }
  return signed && !told ? file : Buffer.from(await pdf.save({ objectsPerTick: OBJECTS_PER_TURN, updateFieldAppearances: false }));
}

const dictOf = (object: PDFObject | undefined) => (object instanceof PDFRawStream ? object.dict : object instanceof PDFDict ? object : undefined);

const isTelling = ({ dict }: PDFRawStream) => ['Metadata', 'EmbeddedFile'].includes(nameOf(dict, TYPE)) || nameOf(dict, SUBTYPE) === 'XML';

const nameOf = (dict: PDFDict, key: PDFName): string => {
  const value = dict.lookup(key);
  return value instanceof PDFName ? value.decodeText() : '';
};

/** Takes a stream out of the document; answers whether it may tell of a place. */
function forget(context: PDFContext, ref: PDFRef, stream: PDFRawStream): boolean {
  context.delete(ref);
  return nameOf(stream.dict, TYPE) === 'EmbeddedFile' || PLACE.test(unpacked(stream).toString('utf8'));
}

/** Leaves of the document's description what names it. */
function describe(context: PDFContext): boolean {
  const info = context.trailerInfo.Info && context.lookup(context.trailerInfo.Info as PDFRef);
  if (!(info instanceof PDFDict)) return false;
  const others = info.entries().filter(([key]) => !DESCRIBES.includes(key));
  for (const [key] of others) info.delete(key);
  return others.some(([key, value]) => PLACE.test(`${key.decodeText()} ${'decodeText' in value ? (value as PDFName).decodeText() : ''}`));
}

/** Takes the telling entries out of a dictionary and what lies directly in it. Answers whether files or a map were among them. */
function strip(context: PDFContext, object: PDFObject): boolean {
  if (object instanceof PDFArray) return object.asArray().map((inner) => strip(context, inner)).some(Boolean);
  const dict = dictOf(object);
  if (!dict) return false;
  let told = false;
  for (const key of TELLING.filter((k) => dict.has(k))) {
    const hung = key.decodeText() === 'EF' ? dictOf(dict.lookup(key)) : undefined;
    for (const ref of hung?.values() ?? []) if (ref instanceof PDFRef) context.delete(ref);
    told ||= key.decodeText() !== 'Metadata'; // of XMP it is read what it says
    dict.delete(key);
  }
  return dict.values().map((inner) => !(inner instanceof PDFRef) && strip(context, inner)).some(Boolean) || told;
}

/** Answers whether something was taken out. @throws Uncleanable for a page that holds a telling picture in itself */
function cleanStream(stream: PDFRawStream): boolean {
  const { dict } = stream;
  const filters = filtersOf(dict);
  const packing = filters.at(-1);
  if (packing === 'DCTDecode' || packing === 'JPXDecode') {
    const picture = filters.length > 1 ? unpacked(stream, filters.length - 1) : Buffer.from(stream.contents);
    const clean = packing === 'DCTDecode' ? jpegPoints(picture) : picture[0] === 0xff ? picture : blankMetadata(picture);
    if (clean.equals(picture)) return false;
    if (filters.length > 1) {
      const params = dict.lookup(PARAMS);
      const own = params instanceof PDFArray ? params.lookup(filters.length - 1) : undefined;
      dict.set(FILTER, PDFName.of(packing));
      if (own instanceof PDFDict) dict.set(PARAMS, own);
      else dict.delete(PARAMS);
    }
    stream.updateContents(clean);
    return true;
  }
  const drawing = ['', 'XObject', 'Pattern'].includes(nameOf(dict, TYPE)) && ['', 'Form'].includes(nameOf(dict, SUBTYPE));
  if (drawing && tells(unpacked(stream))) throw new Uncleanable('telling', 'a page holds a telling picture in itself');
  return false;
}

function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(FILTER);
  const names = filter instanceof PDFArray ? filter.asArray().map((_, i) => filter.lookup(i)) : [filter];
  return names.flatMap((name) => (name instanceof PDFName ? name.decodeText() : []));
}

/** The bytes behind the first filters of a stream, or all. @throws where they cannot be undone */
function unpacked({ dict, contents }: PDFRawStream, count = filtersOf(dict).length): Buffer {
  const filters = filtersOf(dict).slice(0, count);
  const params = dict.lookup(PARAMS);
  if (filters.length === 0) return Buffer.from(contents);
  if (filters.length === 1 && filters[0] === 'FlateDecode') return inflateSync(contents, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_UNPACKED });
  const packed = PDFDict.withContext(dict.context);
  packed.set(FILTER, dict.context.obj(filters.map((f) => PDFName.of(f))));
  if (params instanceof PDFArray) packed.set(PARAMS, dict.context.obj(params.asArray().slice(0, count)));
  return Buffer.from(decodePDFRawStream(PDFRawStream.of(packed, contents)).decode());
}
