/** Elements of Matroska (RFC 9559) by their ids. */
const ID = { ebml: 0x1a45dfa3, segment: 0x18538067, cluster: 0x1f43b675, info: 0x1549a966, tracks: 0x1654ae6b, track: 0xae, kind: 0x83, void: 0xec, sum: 0xbf } as const;
/** Opened, for what is in them. */
const HOLDERS: ReadonlySet<number> = new Set([ID.segment, ID.info, ID.tracks, ID.track]);
/** Tags, attachments, chapters, and what was made void before: nothing of them is seen or heard. */
const TELLING: ReadonlySet<number> = new Set([0x1254c367, 0x1941a469, 0x1043a770, ID.void]);
/** Texts: title, names of files before and after, of the programs and of the tracks. Programs must be named, so these stay, empty. */
const WORDS: ReadonlySet<number> = new Set([0x7ba9, 0x7384, 0x3c83ab, 0x3e83bb, 0x4d80, 0x5741, 0x536e]);
/** Kinds of tracks: film and sound. Others may say where the phone was. */
const SHOWN = [1, 2];

interface Element {
  readonly id: number;
  readonly at: number;
  readonly body: number;
  readonly end: number;
  /** Written while it was recorded: as long as what follows belongs to it. */
  readonly open: boolean;
}

/**
 * A WebM file with what tells of it overwritten by empty space of the same size; sound and film stay byte for byte.
 * @throws when the elements do not fit, or there is a track that is neither film nor sound
 */
export function cleanWebm(file: Buffer): Buffer {
  const clean = Buffer.from(file);
  if (elementAt(clean, 0, clean.length).id !== ID.ebml) throw new Error('no WebM');
  blank(clean, 0, clean.length);
  return clean;
}

function blank(file: Buffer, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const element = elementAt(file, at, to);
    const { id, body, end, open } = element;
    if (id === ID.kind && !SHOWN.includes(file.readUIntBE(body, end - body))) throw new Error('a track of another kind');
    if (TELLING.has(id) || id === ID.sum) empty(file, element);
    else if (WORDS.has(id)) file.fill(0, body, end);
    else if (HOLDERS.has(id) && !open) blank(file, body, end);
    // of a holder that is still open the elements follow, as if they were beside it
    at = open ? body : end;
  }
}

/** Makes the whole element, head and all, one void of the same size. */
function empty(file: Buffer, { at, body, end, open }: Element): void {
  if (open) throw new Error('an element of unknown size');
  const sizeBytes = Math.min(8, body - at - 1);
  const size = end - at - 1 - sizeBytes;
  file.fill(0, at, end);
  file[at] = ID.void;
  for (let i = 0, left = size; i < sizeBytes; i++, left = Math.floor(left / 256)) file[at + sizeBytes - i] = left % 256;
  file[at + 1]! |= 0x80 >> (sizeBytes - 1);
}

/** @throws where no element begins */
function elementAt(file: Buffer, at: number, limit: number): Element {
  const idBytes = lengthOf(file[at]!);
  const sizeAt = at + idBytes;
  const sizeBytes = sizeAt < limit ? lengthOf(file[sizeAt]!) : 9;
  const body = sizeAt + sizeBytes;
  if (idBytes > 4 || sizeBytes > 8 || body > limit) throw new Error('an element does not fit');
  const bits = file.subarray(sizeAt, body).reduce((n, byte, i) => n * 256 + (i ? byte : byte & (0xff >> sizeBytes)), 0);
  const id = file.readUIntBE(at, idBytes);
  const open = bits >= 2 ** (7 * sizeBytes) - 1;
  if (open && id !== ID.segment && id !== ID.cluster) throw new Error('an element of unknown size');
  // a recording that was cut off ends within its last element
  return { id, at, body, end: open ? limit : Math.min(body + bits, limit), open };
}

/** Of a number of variable length: by its first byte's leading zeros. */
const lengthOf = (first: number): number => Math.clz32(first) - 23;
