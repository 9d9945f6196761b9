/** Boxes of an ISO base media file (ISO/IEC 14496-12) that only hold other boxes. */
const HOLDERS: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf']);
/** Boxes in which phones write place, device and owner: user data, its metadata, and free-form extensions; in JPEG 2000, XML and addresses. */
const TELLING: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'xml ', 'uinf']);
/** Tracks people see or hear. Others record where the phone was and how it moved. */
const SHOWN: ReadonlySet<string> = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'tmcd']);
const HEAD = 8;

interface Box {
  readonly kind: string;
  readonly at: number;
  readonly body: number;
  readonly end: number;
}

/**
 * An MP4, M4A, QuickTime or JPEG 2000 file with what tells of it overwritten by empty space of the same size, so that sound and film stay
 * where the tables say. @throws when the boxes do not fit the file
 */
export function blankMetadata(file: Buffer): Buffer {
  const clean = Buffer.from(file);
  blank(clean, boxes(clean, 0, clean.length));
  return clean;
}

function blank(file: Buffer, among: readonly Box[]): void {
  for (const box of among) {
    const inner = HOLDERS.has(box.kind) ? boxes(file, box.body, box.end) : [];
    if (box.kind === 'trak' && !SHOWN.has(handlerOf(file, inner))) {
      for (const [from, to] of samplesOf(file, inner)) file.fill(0, from, to);
      empty(file, box);
    } else if (TELLING.has(box.kind)) empty(file, box);
    else blank(file, inner);
  }
}

function empty(file: Buffer, { at, body, end }: Box): void {
  file.write('free', at + 4, 'latin1');
  file.fill(0, body, end);
}

/** What a track is for: `vide`, `soun`, `meta` … */
function handlerOf(file: Buffer, track: readonly Box[]): string {
  const { body } = need(file, track, 'mdia', 'hdlr');
  return file.toString('latin1', body + 8, body + 12);
}

/** Where the samples of a track lie in the file, chunk by chunk. */
function samplesOf(file: Buffer, track: readonly Box[]): [from: number, to: number][] {
  const table = (kind: string) => need(file, track, 'mdia', 'minf', 'stbl', kind);
  const long = find(file, track, 'mdia', 'minf', 'stbl', 'co64');
  const offsets = long ? entries(file, long, 8, (at) => Number(file.readBigUInt64BE(at))) : entries(file, table('stco'), 4, (at) => file.readUInt32BE(at));
  const runs = entries(file, table('stsc'), 12, (at) => ({ from: file.readUInt32BE(at), samples: file.readUInt32BE(at + 4) }));
  const sizes = table('stsz');
  const same = file.readUInt32BE(sizes.body + 4);
  let sample = 0;
  return offsets.map((offset, i) => {
    let bytes = 0;
    for (let n = runs.findLast((run) => run.from <= i + 1)?.samples ?? 0; n > 0; n--, sample++) bytes += same || file.readUInt32BE(sizes.body + 12 + 4 * sample);
    return [offset, offset + bytes];
  });
}

/** The rows of a table: version and flags, how many, then rows of one size. */
function entries<T>(file: Buffer, { body, end }: Box, size: number, read: (at: number) => T): T[] {
  const count = file.readUInt32BE(body + 4);
  if (body + 8 + count * size > end) throw new Error('a table does not fit');
  return Array.from({ length: count }, (_, i) => read(body + 8 + i * size));
}

function need(file: Buffer, among: readonly Box[], ...path: string[]): Box {
  const found = find(file, among, ...path);
  if (!found) throw new Error(`no ${path.join('/')}`);
  return found;
}

function find(file: Buffer, among: readonly Box[], ...[kind, ...rest]: string[]): Box | undefined {
  const box = among.find((b) => b.kind === kind);
  return box && rest.length ? find(file, boxes(file, box.body, box.end), ...rest) : box;
}

function boxes(file: Buffer, from: number, to: number): Box[] {
  const found: Box[] = [];
  for (let at = from; at < to; ) {
    const box = boxAt(file, at, to);
    found.push(box);
    at = box.end;
  }
  return found;
}

/** @throws when the box does not fit into what holds it */
function boxAt(file: Buffer, at: number, limit: number): Box {
  const long = at + HEAD <= limit && file.readUInt32BE(at) === 1;
  const body = at + (long ? 2 * HEAD : HEAD);
  if (body > limit) throw new Error('a box is cut off');
  const size = long ? Number(file.readBigUInt64BE(at + HEAD)) : file.readUInt32BE(at);
  const end = size === 0 ? limit : at + size; // 0: to the end of the file
  if (end < body || end > limit) throw new Error('a box does not fit');
  return { kind: file.toString('latin1', at + 4, at + HEAD), at, body, end };
}
