import { fileTypeFromBuffer } from 'file-type';
import { unzip, zip, type Unzipped } from 'fflate';
import sharp from 'sharp';
import { jpegPoints } from './jpeg-points.js';
import { MAX_PIXELS, MOST_UNPACKED } from './limits.js';
import { tells, Uncleanable } from './tells.js';

/** Cleans a file inside another; null where nothing is known of its kind. */
export type InnerCleaner = (bytes: Buffer, mediaType: string) => Promise<Buffer | null>;

const TEXT = /\.(xml|rels|vml)$|\/$/i;
/** Drawings, fonts and settings of printers, which may hold a photo but hardly ever do. */
const OTHER = /\.(emf|wmf|svg|odttf|ttf|otf|bin)$/i;
/** Pictures that are drawn anew; a JPEG keeps its points, and how it is to be turned. */
const DRAWN = ['png', 'gif', 'tiff', 'webp'] as const;
/** What an office program lets people note in names of their own. */
const NOTES = 'docProps/custom.xml';
const NO_NOTES = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>';
/** The same document gives the same bytes. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * A Word document or Excel sheet whose pictures and other inner files tell nothing of place and device; its text stays byte for byte.
 * @throws Uncleanable for parts of which that cannot be said; Error when it is no whole archive or unpacks to too much
 */
export async function cleanOffice(file: Buffer, inner: InnerCleaner): Promise<Buffer> {
  const parts = await unpack(file);
  const clean: Record<string, [Uint8Array, { level: 0 | 6 }]> = {};
  for (const [name, bytes] of Object.entries(parts)) {
    const text = TEXT.test(name);
    clean[name] = [text ? textPart(name, bytes) : await part(name, Buffer.from(bytes), inner), { level: text ? 6 : 0 }];
  }
  return new Promise((resolve, reject) => zip(clean, { mtime: NO_DATE }, (error, bytes) => (error ? reject(error) : resolve(Buffer.from(bytes)))));
}

function unpack(file: Buffer): Promise<Unzipped> {
  let left = MOST_UNPACKED;
  return new Promise((resolve, reject) => {
    const fits = ({ originalSize }: { originalSize: number }) => (left -= originalSize) >= 0;
    unzip(file, { filter: fits }, (error, parts) => {
      if (error || left < 0) reject(error ?? new Error('it unpacks to too much'));
      else resolve(parts);
    });
  });
}

const textPart = (name: string, bytes: Uint8Array): Uint8Array => (name === NOTES ? Buffer.from(NO_NOTES) : bytes);

async function part(name: string, bytes: Buffer, inner: InnerCleaner): Promise<Buffer> {
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (mediaType === 'image/jpeg') return jpegPoints(bytes, (await sharp(bytes).metadata()).orientation);
  const drawn = DRAWN.find((kind) => mediaType === `image/${kind}`);
  if (drawn) return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: drawn !== 'tiff' }).keepIccProfile().toFormat(drawn).toBuffer();
  const clean = mediaType ? await inner(bytes, mediaType) : null;
  if (clean) return clean;
  const known = OTHER.test(name) && mediaType !== 'application/x-cfb' && !tells(bytes) && !bytes.includes('data:image');
  if (!known) throw new Uncleanable('telling', `of ${name} nothing is known`);
  return bytes;
}
