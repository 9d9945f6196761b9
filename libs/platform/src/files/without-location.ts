import sharp, { type Sharp } from 'sharp';
import { blankMetadata } from './blank-metadata.js';

export interface CleanBytes {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** Points; a picture that unpacks to more is not unpacked. */
export const MAX_PIXELS = 150_000_000;
/** Of JPEG and WebP, so that small print stays readable. */
const QUALITY = 92;

type Cleaner = (bytes: Buffer) => Promise<CleanBytes>;

const PICTURES: Readonly<Record<string, Cleaner>> = {
  'image/jpeg': async (bytes) => ({ bytes: await upright(bytes).jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer(), mediaType: 'image/jpeg' }),
  'image/png': async (bytes) => ({ bytes: await upright(bytes).png().toBuffer(), mediaType: 'image/png' }),
  'image/webp': async (bytes) => ({ bytes: await upright(bytes).webp({ quality: QUALITY }).toBuffer(), mediaType: 'image/webp' }),
  'image/heic': async (bytes) => ({ bytes: await (await unpackHeic(bytes)).jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer(), mediaType: 'image/jpeg' }),
};

/** MP4 and its kin: sound and film stay as they are, what tells of them is blanked. */
const CLEANERS: Readonly<Record<string, Cleaner>> = {
  ...PICTURES,
  ...Object.fromEntries(['audio/mp4', 'audio/x-m4a', 'video/mp4', 'video/quicktime'].map((mediaType): [string, Cleaner] => [mediaType, async (bytes) => ({ bytes: blankMetadata(bytes), mediaType })])),
};

/** Kinds of files in which phones write where they were taken. */
export const mayHoldLocation = (mediaType: string): boolean => mediaType in CLEANERS;

/**
 * The same photo, sound or film without where and with what it was taken. A picture is drawn anew and upright, so that nothing
 * that was in the file beside its points survives: EXIF, XMP, thumbnails, what phones hang on after the end.
 * @throws when the bytes cannot be read as what they are said to be, or unpack to more than MAX_PIXELS
 */
export function withoutLocation(bytes: Buffer, mediaType: string): Promise<CleanBytes> {
  return CLEANERS[mediaType]!(bytes);
}

/** A picture of any accepted kind, upright. @throws as above */
export async function picture(bytes: Buffer, mediaType: string): Promise<Sharp> {
  return mediaType === 'image/heic' ? unpackHeic(bytes) : upright(bytes);
}

function upright(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient();
}

/** The picture library is built without the codec of these, for its patents. */
async function unpackHeic(bytes: Buffer): Promise<Sharp> {
  const { default: decode } = await import('heic-decode');
  const images = await decode.all({ buffer: bytes });
  try {
    const [first] = images;
    if (!first || first.width * first.height > MAX_PIXELS) throw new Error('the picture is too large');
    const { width, height, data } = await first.decode();
    return sharp(data, { raw: { width, height, channels: 4 } });
  } finally {
    images.dispose();
  }
}
