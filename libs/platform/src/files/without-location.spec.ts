import { describe, expect, it } from '@jest/globals';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { MAX_PIXELS } from './cleaners/limits.js';
import { unpackHeic } from './cleaners/unpack-heic.js';
import { withoutLocation } from './without-location.js';

const EXIF = { IFD0: { Make: 'HUAWEI' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 47/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '119/1 57/1 0/1' } };
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="36,47N"/></rdf:RDF></x:xmpmeta>';
/** Red left, blue right, 64 x 48. */
const twoColours = () => sharp({ create: { width: 64, height: 48, channels: 3, background: '#d00' } }).composite([{ input: { create: { width: 32, height: 48, channels: 3, background: '#00d' } }, left: 32, top: 0 }]);
const told = (kind: 'jpeg' | 'png' | 'webp') => twoColours().toFormat(kind).withExif(EXIF).withXmp(XMP).toBuffer();

/** 64 x 48, red; made by libheif's own encoder from a JPEG with EXIF position. */
const HEIC = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIFAAEAAAAAAAAAGQACAAEAAAAAAAAAAQAAAAAAAAAIAAMAAAAAAAACHgABAAAAAAAAAT4AAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAAAAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANVpcHJwAAAAs2lwY28AAABzaHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAJ0IBAQNwAAADAJAAAAMAAAMAHqAggQWW6uSmubAgAAADACAAAAMAISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAABBwaXhpAAAAAAMICAgAAAAaaXBtYQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAAFfbWRhdAAAABUoAa8LYPXlg6//7OvfnEIOZiU/1DgAAAAASUkqAAgAAAAIAA8BAgAHAAAAfgAAABIBAwABAAAAAQAAABoBBQABAAAAbgAAABsBBQABAAAAdgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAhgAAACWIBAABAAAA1AAAAAAAAAA4YwAA6AMAADhjAADoAwAASFVBV0VJAAAGAACQBwAEAAAAMDIxMAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAAQAAAAAOgBAABAAAAMAAAAAAAAAAEAAEAAgACAAAATgAAAAIABQADAAAAIgEAAAMAAgACAAAARQAAAAQABQADAAAACgEAAAAAAAB3AAAAAQAAADkAAAABAAAAAAAAAAEAAAAkAAAAAQAAAC8AAAABAAAAAAAAAAEAAAA=',
  'base64',
);

const box = (kind: string, ...body: (Buffer | string)[]) => {
  const inside = Buffer.concat(body.map((b) => (typeof b === 'string' ? Buffer.from(b, 'latin1') : b)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + inside.length);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, inside]);
};
const words = (...values: number[]) => Buffer.concat(values.map((v) => { const b = Buffer.alloc(4); b.writeUInt32BE(v); return b; }));
const FTYP = box('ftyp', 'M4A ', words(0));
const PLACE = '+36.7833+119.9500/';

/** A track with one chunk of `bytes` at `offset`, as two samples. */
const track = (handler: string, offset: number, bytes: number) =>
  box('trak', box('mdia', box('hdlr', words(0, 0), handler, words(0, 0, 0)), box('minf', box('stbl', box('stco', words(0, 1, offset)), box('stsc', words(0, 1, 1, 2, 1)), box('stsz', words(0, 0, 2, 4, bytes - 4))))));

describe('what others are shown of a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('%s: nothing of where and with what it was taken, and the same picture', async (kind) => {
    const original = await told(kind);
    const before = await sharp(original).metadata();
    expect([before.exif?.includes('HUAWEI'), before.xmp?.includes('GPSLatitude')]).toEqual([true, true]);
    const { bytes, mediaType } = await withoutLocation(original, `image/${kind}`);
    const after = await sharp(bytes).metadata();
    expect([after.format, after.width, after.height, after.exif, after.xmp, after.iptc]).toEqual([kind, 64, 48, undefined, undefined, undefined]);
    for (const word of ['Exif', 'HUAWEI', 'GPSLatitude', 'adobe']) expect(bytes.includes(word)).toBe(false);
    expect((await fileTypeFromBuffer(bytes))?.mime).toBe(mediaType);
    const point = async (left: number) => [...(await sharp(bytes).extract({ left, top: 24, width: 1, height: 1 }).raw().toBuffer())];
    const [red, blue] = [await point(8), await point(56)];
    expect([red[0]! > 180 && red[2]! < 60, blue[2]! > 180 && blue[0]! < 60]).toEqual([true, true]);
  });

  it('HEIC: as a JPEG of the same size', async () => {
    expect((await fileTypeFromBuffer(HEIC))?.mime).toBe('image/heic');
    const { bytes, mediaType } = await withoutLocation(HEIC, 'image/heic');
    expect(mediaType).toBe('image/jpeg');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
    expect(bytes.includes('HUAWEI')).toBe(false);
  });

  it('HEIC: while everything else goes on, since the codec itself knows no pause', async () => {
    await withoutLocation(HEIC, 'image/heic'); // all code is there
    let [turns, over] = [0, false];
    const turn = () => {
      turns++;
      if (!over) setImmediate(turn);
    };
    turn();
    await unpackHeic(HEIC, MAX_PIXELS);
    over = true;
    expect(turns).toBeGreaterThan(50); // in the same thread it has a handful
    await expect(unpackHeic(HEIC, 64 * 48 - 1)).rejects.toThrow('too large');
  });

  it('is upright, since what said how the phone was held is gone', async () => {
    const lying = await twoColours().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await sharp((await withoutLocation(lying, 'image/jpeg')).bytes).metadata()).toMatchObject({ width: 48, height: 64 });
  });

  it('leaves out what a phone hangs on after the picture', async () => {
    const motion = Buffer.concat([await told('jpeg'), box('moov', box('udta', box('©xyz', PLACE)))]);
    expect((await withoutLocation(motion, 'image/jpeg')).bytes.includes(PLACE)).toBe(false);
  });

  it('sound and film: place, device and tracks of movement are blank, all else stays byte for byte where it was', async () => {
    const sound = Buffer.from('sound-sound-sound');
    const moves = Buffer.from(`gps ${PLACE}`);
    const from = FTYP.length + 8;
    const kept = track('soun', from, sound.length);
    const film = Buffer.concat([
      FTYP,
      box('mdat', sound, moves),
      box('moov', kept, track('meta', from + sound.length, moves.length), box('udta', box('©xyz', words(0), PLACE), box('©mak', 'HUAWEI')), box('meta', words(0), box('ilst', PLACE))),
      box('uuid', PLACE),
    ]);
    expect((await fileTypeFromBuffer(film))?.mime).toBe('audio/x-m4a');
    const { bytes } = await withoutLocation(film, 'audio/x-m4a');
    expect(bytes.length).toBe(film.length);
    expect([bytes.includes(PLACE), bytes.includes('HUAWEI'), bytes.includes('gps')]).toEqual([false, false, false]);
    expect([bytes.includes(sound), bytes.includes(kept)]).toEqual([true, true]);
    expect(bytes.indexOf(sound)).toBe(film.indexOf(sound));
  });

  it.each([
    ['a cut-off picture', 'image/jpeg', async () => (await told('jpeg')).subarray(0, 300)],
    ['what is no picture', 'image/png', async () => Buffer.from('no picture')],
    ['a HEIC of nothing', 'image/heic', async () => HEIC.subarray(0, 60)],
    ['a film cut off in a box', 'video/mp4', async () => Buffer.concat([FTYP, box('moov', box('udta', PLACE)).subarray(0, 12)])],
    ['a box larger than its holder', 'video/mp4', async () => box('moov', words(4000), 'udta')],
    ['a table larger than its box', 'video/mp4', async () => box('moov', box('trak', box('mdia', box('hdlr', words(0, 0), 'meta', words(0)), box('minf', box('stbl', box('stco', words(0, 9999)))))))],
  ])('makes none of %s', async (_what, mediaType, file) => {
    await expect(withoutLocation(await file(), mediaType)).rejects.toThrow();
  });
});
