import { describe, expect, it } from '@jest/globals';
import { fileTypeFromBuffer } from 'file-type';
import { parseBuffer } from 'music-metadata';
import { withoutLocation } from '../without-location.js';

const PLACE = '+36.7833+119.9500/';
const le = (n: number) => { const b = Buffer.alloc(4); b.writeUInt32LE(n); return b; };
const be = (n: number) => { const b = Buffer.alloc(4); b.writeUInt32BE(n); return b; };
const sound = (length: number, seed = 7) => Buffer.from(Array.from({ length }, (_, i) => (i * seed + 11) % 251));
const clean = async (bytes: Buffer, mediaType: string) => (await withoutLocation(bytes, mediaType)).bytes;

/** A frame of MPEG-1 layer III, 128 kbit/s, 44.1 kHz. */
const frame = (seed: number) => Buffer.concat([be(0xfffb9000), sound(413, seed)]);
const id3 = (text: string) => {
  const body = Buffer.concat([Buffer.from('TXXX'), be(text.length + 1), Buffer.from([0, 0, 3]), Buffer.from(text)]);
  return Buffer.concat([Buffer.from('ID3\x04\0\0', 'latin1'), Buffer.from([0, 0, body.length >> 7, body.length & 127]), body]);
};
const ape = (text: string) => {
  const item = Buffer.concat([le(text.length), le(0), Buffer.from('Location\0'), Buffer.from(text)]);
  const foot = Buffer.concat([Buffer.from('APETAGEX'), le(2000), le(item.length + 32), le(1), le(0), Buffer.alloc(8)]);
  return Buffer.concat([item, foot]);
};

const chunk = (kind: string, body: Buffer) => Buffer.concat([Buffer.from(kind), le(body.length), body, Buffer.alloc(body.length % 2)]);
const wav = (...chunks: Buffer[]) => chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
const FMT = chunk('fmt ', Buffer.from('01000100401f0000401f000001000800', 'hex'));

/** Bit by bit, from the description of the format (RFC 3533), to hold the table in the code against. */
function crc(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let i = 0; i < 8; i++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
function page(no: number, flags: number, segments: number[], body: Buffer, serial = 77): Buffer {
  const head = Buffer.concat([Buffer.from('OggS\0', 'latin1'), Buffer.from([flags]), Buffer.alloc(8), le(serial), le(no), le(0), Buffer.from([segments.length, ...segments])]);
  const whole = Buffer.concat([head, body]);
  whole.writeUInt32LE(crc(whole), 22);
  return whole;
}
/** A packet on as many pages as are given sizes for. */
function packet(bytes: Buffer): number[] {
  return [...Array<number>(Math.floor(bytes.length / 255)).fill(255), bytes.length % 255];
}
const comments = (...texts: string[]) => Buffer.concat([le(4), Buffer.from('Lavf'), le(texts.length), ...texts.flatMap((t) => [le(t.length), Buffer.from(t)])]);
const OPUS_HEAD = Buffer.from('4f707573486561640101380180bb0000000000', 'hex');
const VORBIS_HEAD = Buffer.concat([Buffer.from('\x01vorbis', 'latin1'), le(0), Buffer.from([1]), le(8000), le(0), le(64000), le(0), Buffer.from([0xb8, 1])]);

const element = (id: number, body: Buffer | Buffer[]) => {
  const inside = Array.isArray(body) ? Buffer.concat(body) : body;
  const size = Buffer.alloc(4);
  size.writeUInt32BE(0x10000000 + inside.length);
  return Buffer.concat([Buffer.from(id.toString(16).padStart(2, '0'), 'hex'), size, inside]);
};
const number = (id: number, n: number) => element(id, Buffer.from([n]));
const word = (id: number, text: string) => element(id, Buffer.from(text));
const OPEN = Buffer.from('01ffffffffffffff', 'hex');
const EBML = element(0x1a45dfa3, [number(0x4286, 1), number(0x42f7, 1), number(0x42f2, 4), number(0x42f3, 8), word(0x4282, 'webm'), number(0x4287, 4), number(0x4285, 2)]);
const trackOf = (kind: number, name: string) => element(0x1654ae6b, element(0xae, [number(0xd7, 1), number(0x73c5, 1), number(0x83, kind), word(0x536e, name), word(0x86, 'A_OPUS'), element(0xe1, element(0xb5, Buffer.from('473b8000', 'hex')))]));
const INFO = [element(0xbf, be(1)), element(0x2ad7b1, Buffer.from([0x0f, 0x42, 0x40])), word(0x7ba9, `家里 ${PLACE}`), word(0x4d80, 'Chrome'), word(0x5741, 'HUAWEI')];
const tags = element(0x1254c367, element(0x7373, element(0x67c8, [word(0x45a3, 'LOCATION'), word(0x4487, PLACE)])));
const block = element(0xa3, Buffer.concat([Buffer.from([0x81, 0, 0, 0x80]), sound(300)]));
const cluster = element(0x1f43b675, [number(0xe7, 0), block]);

describe('what others are given of a recording', () => {
  it('MP3: the frames, byte for byte, without tags before, after and between', async () => {
    const frames = [1, 2, 3, 4, 5].map(frame);
    const file = Buffer.concat([id3(`LOCATION=${PLACE}`), ...frames, ape(PLACE), Buffer.from(`TAG${PLACE}`.padEnd(128, '\0'))]);
    expect((await fileTypeFromBuffer(file))?.mime).toBe('audio/mpeg');
    expect((await clean(file, 'audio/mpeg')).equals(Buffer.concat(frames))).toBe(true);
    const torn = Buffer.concat([...frames, sound(20), ...frames, frame(9).subarray(0, 100)]); // joined from two, and cut off
    expect((await clean(torn, 'audio/mpeg')).equals(Buffer.concat([...frames, ...frames]))).toBe(true);
  });

  it('WAV: format and sound, without lists, notes of place and XMP', async () => {
    const data = chunk('data', sound(801));
    const file = wav(FMT, chunk('LIST', Buffer.from(`INFOILOC${PLACE}`)), data, chunk('bext', Buffer.from(PLACE)), chunk('_PMX', Buffer.from('<x:xmpmeta/>')));
    expect((await clean(file, 'audio/wav')).equals(wav(FMT, data))).toBe(true);
    expect((await parseBuffer(await clean(file, 'audio/wav'), 'audio/wav')).format.duration).toBeCloseTo(801 / 8000);
  });

  it.each([
    ['Opus', OPUS_HEAD, 'OpusTags', Buffer.alloc(0)],
    ['Vorbis', VORBIS_HEAD, '\x03vorbis', Buffer.from([1])],
  ])('Ogg with %s: no comments, also where they run over pages; sound where it was, checksums right', async (codec, head, says, end) => {
    const said = Buffer.concat([Buffer.from(says, 'latin1'), comments(`LOCATION=${PLACE}`, 'DEVICE=HUAWEI', `PICTURE=${'A'.repeat(400)}`), end]);
    const music = sound(200);
    const whole = packet(said);
    const file = Buffer.concat([page(0, 2, packet(head), head), page(1, 0, whole.slice(0, 1), said.subarray(0, 255)), page(2, 1, [...whole.slice(1), ...packet(music)], Buffer.concat([said.subarray(255), music]))]);
    const before = await parseBuffer(file, 'audio/ogg');
    if (codec === 'Opus') expect(before.common.title ?? JSON.stringify(before.native)).toContain(PLACE);
    const bytes = await clean(file, 'audio/ogg');
    expect([bytes.length, bytes.includes(PLACE), bytes.includes('HUAWEI'), bytes.includes('AAAA'), bytes.includes(says, 0, 'latin1')]).toEqual([file.length, false, false, false, true]);
    expect(bytes.indexOf(music)).toBe(file.indexOf(music));
    for (let at = 0; at < bytes.length; ) {
      const next = bytes.indexOf('OggS', at + 4);
      const one = Buffer.from(bytes.subarray(at, next === -1 ? bytes.length : next));
      const sum = one.readUInt32LE(22);
      one.writeUInt32LE(0, 22);
      expect(sum).toBe(crc(one));
      at += one.length;
    }
    const after = await parseBuffer(bytes, 'audio/ogg');
    expect(Object.values(after.native).flat()).toEqual([]);
    expect(after.format.codec).toBe(before.format.codec);
  });

  it.each([
    ['written at once', element(0x18538067, [element(0x1549a966, INFO), trackOf(2, `mic ${PLACE}`), tags, cluster, element(0x1941a469, Buffer.from(PLACE)), element(0xec, Buffer.from(PLACE))])],
    ['while it was recorded', Buffer.concat([Buffer.from('18538067', 'hex'), OPEN, element(0x1549a966, INFO), trackOf(1, `cam ${PLACE}`), Buffer.from('1f43b675', 'hex'), OPEN, number(0xe7, 0), block, tags])],
  ])('WebM %s: title, tags, attachments and what was void are blank, all else stays byte for byte where it was', async (_how, segment) => {
    const file = Buffer.concat([EBML, segment]);
    expect((await fileTypeFromBuffer(file))?.mime).toBe('video/webm');
    const bytes = await clean(file, 'video/webm');
    expect([bytes.length, bytes.includes(PLACE), bytes.includes('HUAWEI'), bytes.includes('LOCATION')]).toEqual([file.length, false, false, false]);
    expect(bytes.indexOf(block)).toBe(file.indexOf(block));
    expect((await clean(bytes, 'video/webm')).equals(bytes)).toBe(true);
  });

  it('WebM: other programs still read it, and find no tag', async () => {
    const file = Buffer.concat([EBML, element(0x18538067, [element(0x1549a966, INFO), trackOf(2, 'mic'), tags, cluster])]);
    const read = async (bytes: Buffer) => { const { format, native } = await parseBuffer(bytes, 'video/webm'); return [format.sampleRate, JSON.stringify(native).includes(PLACE)]; };
    expect([await read(file), await read(await clean(file, 'video/webm'))]).toEqual([[48000, true], [48000, false]]);
  });

  it('WebM that was cut off: what is there of it', async () => {
    const file = Buffer.concat([EBML, Buffer.from('18538067', 'hex'), OPEN, element(0x1549a966, INFO), trackOf(2, ''), cluster]).subarray(0, -50);
    expect((await clean(file, 'audio/webm')).subarray(-200).equals(file.subarray(-200))).toBe(true);
  });

  it.each([
    ['an MP3 without frames', 'audio/mpeg', Buffer.concat([id3(PLACE), sound(2000)])],
    ['an MP3 with more between the frames than sound', 'audio/mpeg', Buffer.concat([frame(1), frame(2), sound(900), frame(1), frame(2)])],
    ['a WAV without sound', 'audio/wav', wav(FMT, chunk('LIST', Buffer.from(PLACE)))],
    ['a WAV that does not say where its sound ends', 'audio/wav', wav(FMT, Buffer.concat([Buffer.from('data'), le(0)]), chunk('LIST', Buffer.from(PLACE)))],
    ['an Ogg with a stream of another kind', 'audio/ogg', page(0, 2, [8], Buffer.from('\x7fFLAC\x01\0\0', 'latin1'))],
    ['an Ogg that ends before its comments do', 'audio/ogg', Buffer.concat([page(0, 2, packet(OPUS_HEAD), OPUS_HEAD), page(1, 0, [255], sound(255))])],
    ['an Ogg whose comments are none', 'audio/ogg', Buffer.concat([page(0, 2, packet(OPUS_HEAD), OPUS_HEAD), page(1, 0, [30], Buffer.from('Tags LOCATION=+36.78+119.95/  '))])],
    ['an Ogg with something between its pages', 'audio/ogg', Buffer.concat([page(0, 2, packet(OPUS_HEAD), OPUS_HEAD), Buffer.from(PLACE.repeat(4))])],
    ['a WebM with a track of movements', 'video/webm', Buffer.concat([EBML, element(0x18538067, trackOf(0x11, 'gps'))])],
    ['a WebM with tags of unknown size', 'video/webm', Buffer.concat([EBML, Buffer.from('18538067', 'hex'), OPEN, Buffer.from('1254c367', 'hex'), OPEN, Buffer.from(PLACE)])],
    ['what is no WebM', 'video/webm', sound(400)],
  ])('makes none of %s', async (_what, mediaType, file) => {
    await expect(withoutLocation(file, mediaType)).rejects.toThrow();
  });
});
