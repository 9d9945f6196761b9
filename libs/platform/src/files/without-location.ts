import sharp, { type Sharp } from 'sharp';
import { blankMetadata } from './blank-metadata.js';
import { cleanMp3 } from './cleaners/clean-mp3.js';
import { cleanOffice } from './cleaners/clean-office.js';
import { cleanOgg } from './cleaners/clean-ogg.js';
import { cleanWav } from './cleaners/clean-wav.js';
import { cleanWebm } from './cleaners/clean-webm.js';
import { MAX_PIXELS } from './cleaners/limits.js';
import { unpackHeic } from './cleaners/unpack-heic.js';

export interface CleanBytes {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Of JPEG and WebP, so that small print stays readable. */
const QUALITY = 92;

type Cleaner = (bytes: Buffer) => Promise<CleanBytes>;

const PICTURES: Readonly<Record<string, Cleaner>> = {
  'image/jpeg': async (bytes) => ({ bytes: await upright(bytes).jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer(), mediaType: 'image/jpeg' }),
  'image/png': async (bytes) => ({ bytes: await upright(bytes).png().toBuffer(), mediaType: 'image/png' }),
  'image/webp': async (bytes) => ({ bytes: await upright(bytes).webp({ quality: QUALITY }).toBuffer(), mediaType: 'image/webp' }),
  'image/heic': async (bytes) => ({ bytes: await (await heic(bytes)).jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer(), mediaType: 'image/jpeg' }),
};

const same = (mediaType: string, clean: (bytes: Buffer) => Buffer | Promise<Buffer>): [string, Cleaner] => [mediaType, async (bytes) => ({ bytes: await clean(bytes), mediaType })];

/** Sound and film stay as they are, what tells of them is taken out or blanked; pages look the same. */
const FILES: Readonly<Record<string, Cleaner>> = {
  ...PICTURES,
  ...Object.fromEntries([
    ...['audio/mp4', 'audio/x-m4a', 'video/mp4', 'video/quicktime'].map((mediaType) => same(mediaType, blankMetadata)),
    ...['audio/webm', 'video/webm'].map((mediaType) => same(mediaType, cleanWebm)),
    same('audio/mpeg', cleanMp3),
    same('audio/wav', cleanWav),
    same('audio/ogg', cleanOgg),
    // what reads PDFs is loaded with the first of them: 340 files fewer at the start of a process, together with `openBinder`
    same('application/pdf', async (bytes) => (await import('./cleaners/clean-pdf.js')).cleanPdf(bytes)),
  ]),
};
const OFFICE = ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** Documents hold files; a document in a document may hold no further one, or one might be packed into itself. */
const inside = (kinds: Readonly<Record<string, Cleaner>>) => async (bytes: Buffer, mediaType: string): Promise<Buffer | null> => {
  const clean = await kinds[mediaType]?.(bytes);
  return clean?.mediaType === mediaType ? clean.bytes : null;
};
const IN_DOCUMENTS = { ...FILES, ...Object.fromEntries(OFFICE.map((mediaType) => same(mediaType, (bytes) => cleanOffice(bytes, inside(FILES))))) };
const CLEANERS: Readonly<Record<string, Cleaner>> = { ...FILES, ...Object.fromEntries(OFFICE.map((mediaType) => same(mediaType, (bytes) => cleanOffice(bytes, inside(IN_DOCUMENTS))))) };

/** Kinds of files in which there may be written where they were taken: all but plain text and AMR, which have no place for it. */
export const mayHoldLocation = (mediaType: string): boolean => mediaType in CLEANERS;

/**
 * The same photo, sound, film or document without where and with what it was taken. A picture is drawn anew and upright, so that nothing
 * that was in the file beside its points survives: EXIF, XMP, thumbnails, what phones hang on after the end.
 * @throws when the bytes cannot be read as what they are said to be, or unpack to more than MAX_PIXELS
 */
export function withoutLocation(bytes: Buffer, mediaType: string): Promise<CleanBytes> {
  return CLEANERS[mediaType]!(bytes);
}

/** A picture of any accepted kind, upright. @throws as above */
export async function picture(bytes: Buffer, mediaType: string): Promise<Sharp> {
  return mediaType === 'image/heic' ? heic(bytes) : upright(bytes);
}

function upright(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient();
}

/** The picture library is built without the codec of these, for its patents. */
async function heic(bytes: Buffer): Promise<Sharp> {
  const { width, height, data } = await unpackHeic(bytes, MAX_PIXELS);
  return sharp(data, { raw: { width, height, channels: 4 } });
}
