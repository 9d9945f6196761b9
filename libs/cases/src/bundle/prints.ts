import { buffer } from 'node:stream/consumers';
import { renderPdf, type PdfBinder } from '@hejie/papers';
import { picture, Uncleanable, withoutLocation, type FileStore } from '@hejie/platform';
import type { ListedEvidence } from '../evidence-list/evidence-list.js';
import type { Unprinted } from './bundle-papers.js';

/** On A4 some 240 points to the inch. */
const PICTURE_SIDE = 2000;
const PICTURE_QUALITY = 82;
/** Characters; about a hundred pages. */
const LONGEST_TEXT = 60_000;

/** Adds the pages of an exhibit to a bundle, or answers why it has none. */
export async function printOf(binder: PdfBinder, e: ListedEvidence, bytes: Buffer, label: string, at: Date): Promise<Unprinted | null> {
  if (e.mediaType === 'application/pdf') return printPdf(binder, bytes, label);
  if (e.mediaType.startsWith('image/')) return printPicture(binder, e, bytes, label);
  if (e.mediaType === 'text/plain') return printText(binder, e, bytes, label, at);
  return /^(audio|video)\//.test(e.mediaType) ? 'sound_or_film' : 'document';
}

/** Without what its photos and the file itself tell of place and device. */
async function printPdf(binder: PdfBinder, bytes: Buffer, label: string): Promise<Unprinted | null> {
  try {
    return await binder.addPdf((await withoutLocation(bytes, 'application/pdf')).bytes, label);
  } catch (error) {
    return error instanceof Uncleanable ? error.reason : 'broken';
  }
}

/** Upright, small enough for paper, and without what the file tells beside the picture. */
async function printPicture(binder: PdfBinder, e: ListedEvidence, bytes: Buffer, label: string): Promise<Unprinted | null> {
  try {
    const upright = await picture(bytes, e.mediaType);
    const jpeg = await upright.resize({ width: PICTURE_SIDE, height: PICTURE_SIDE, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#fff' }).jpeg({ quality: PICTURE_QUALITY }).toBuffer();
    await binder.addPicture(jpeg, label);
    return null;
  } catch {
    return 'broken';
  }
}

async function printText(binder: PdfBinder, e: ListedEvidence, bytes: Buffer, label: string, at: Date): Promise<Unprinted | null> {
  const text = decoded(bytes);
  if (text.length > LONGEST_TEXT) return 'too_long';
  return binder.addPdf(await renderPdf({ title: e.title, madeAt: at, numbered: false, blocks: [{ kind: 'paragraph', text: text.replaceAll('\r', ''), indent: false }] }), label);
}

/** In one of the two encodings that were let in. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Seconds of sound or film; null for other files and where the file does not say. */
export async function durationOf({ mediaType, sha256 }: ListedEvidence, store: FileStore): Promise<number | null> {
  if (!/^(audio|video)\//.test(mediaType)) return null;
  try {
    const { parseBuffer } = await import('music-metadata');
    return (await parseBuffer(await buffer(store.open(sha256)), mediaType, { duration: true, skipCovers: true })).format.duration ?? null;
  } catch {
    return null;
  }
}
