/** Bits a second in thousands, by the index in a frame's head (ISO/IEC 11172-3, 13818-3). */
const RATES = {
  first2: [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  first3: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  later: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const SAMPLES_A_SECOND = [44_100, 48_000, 32_000];
const HEAD = 4;
/** Version, layer and sampling: the same in all frames of a recording. */
const SAME = 0xfffe0c00;
/** Of the sound: more that is no sound between frames means that it was not understood. */
const MOST_BETWEEN = 0.05;

/** An MP3 file with its frames of sound, byte for byte, and nothing else: no ID3, APE or Lyrics tags. @throws when its frames are not found */
export function cleanMp3(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  let [sound, between, last] = [0, 0, 0];
  for (let at = afterTag(file); at + HEAD <= file.length; ) {
    const end = at + frameBytes(file, at);
    const follows = kept.length > 0 && at === last;
    if (end > at && end <= file.length && (follows || likeNext(file, at, end))) {
      if (kept.length) between += at - last;
      kept.push(file.subarray(at, end));
      sound += end - at;
      last = at = end;
    } else at++;
  }
  if (!sound || between > sound * MOST_BETWEEN) throw new Error('its frames are not found');
  return Buffer.concat(kept);
}

/** ID3v2, with its length in four times seven bits. */
function afterTag(file: Buffer): number {
  let at = 0;
  while (file.toString('latin1', at, at + 3) === 'ID3' && at + 10 <= file.length) at += 10 + [6, 7, 8, 9].reduce((n, i) => n * 128 + (file[at + i]! & 0x7f), 0);
  return at;
}

const likeNext = (file: Buffer, at: number, end: number) => end + HEAD <= file.length && ((file.readUInt32BE(at) ^ file.readUInt32BE(end)) & SAME) === 0 && frameBytes(file, end) > 0;

/** 0 where no frame begins. */
function frameBytes(file: Buffer, at: number): number {
  const [sync, kind, rates] = [file[at]!, file[at + 1]!, file[at + 2]!];
  const [version, layer] = [(kind >> 3) & 3, (kind >> 1) & 3]; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5; 1: layer III, 2: layer II
  if (sync !== 0xff || kind < 0xe0 || version === 1 || (layer !== 1 && layer !== 2)) return 0;
  const kilobits = (version !== 3 ? RATES.later : layer === 1 ? RATES.first3 : RATES.first2)[(rates >> 4) - 1];
  const full = SAMPLES_A_SECOND[(rates >> 2) & 3];
  if (!kilobits || !full) return 0;
  const perSecond = version === 3 ? full : version === 2 ? full / 2 : full / 4;
  const factor = layer === 1 && version !== 3 ? 72 : 144;
  return Math.floor((factor * kilobits * 1000) / perSecond) + ((rates >> 1) & 1);
}
