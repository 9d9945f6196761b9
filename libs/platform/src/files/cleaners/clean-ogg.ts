/** How the first packet and the one with the comments begin, and what must follow the comments. */
const CODECS = [
  { head: '\x01vorbis', comments: '\x03vorbis', end: 1 },
  { head: 'OpusHead', comments: 'OpusTags', end: 0 },
  { head: 'Speex   ', comments: '', end: 0 },
] as const;
const HEAD = 27;
/** Two lengths of 32 bits: of the name of the program, and how many comments there are. */
const LENGTHS = 8;

interface Stream {
  readonly codec: (typeof CODECS)[number];
  packets: number;
  /** The page on which the comments begin. */
  from: number;
  /** Where the bytes of the packet lie that is being read. */
  at: number[];
}

/**
 * An Ogg file whose comments are overwritten by none, in as many bytes; the sound stays byte for byte.
 * @throws when the pages do not fit, or a stream is neither Vorbis, Opus nor Speex
 */
export function cleanOgg(file: Buffer): Buffer {
  const clean = Buffer.from(file);
  const streams = new Map<number, Stream>();
  let end = 0;
  for (let next = pageEnd(clean, 0); next; next = pageEnd(clean, end)) {
    readPage(clean, end, streams);
    end = next;
  }
  if (!streams.size || [...streams.values()].some((s) => s.packets < 2)) throw new Error('no comments where they belong');
  return clean.subarray(0, end); // a page that was cut off is left out
}

/** Where the page ends that begins here; 0 at the end of the file. @throws where another thing begins */
function pageEnd(file: Buffer, at: number): number {
  if (at + HEAD > file.length) return 0;
  if (file.toString('latin1', at, at + 4) !== 'OggS') throw new Error('no page where one belongs');
  const body = at + HEAD + file[at + 26]!;
  if (body > file.length) return 0;
  const end = file.subarray(at + HEAD, body).reduce((n, segment) => n + segment, body);
  return end > file.length ? 0 : end;
}

/** Blanks the comments that end on this page. */
function readPage(file: Buffer, page: number, streams: Map<number, Stream>): void {
  const serial = file.readUInt32LE(page + 14);
  const segments = file.subarray(page + HEAD, page + HEAD + file[page + 26]!);
  let at = page + HEAD + segments.length;
  if (file[page + 5]! & 2) {
    const codec = CODECS.find(({ head }) => file.toString('latin1', at, at + head.length) === head);
    if (!codec) throw new Error('a stream of another kind');
    streams.set(serial, { codec, packets: 0, from: page, at: [] });
  }
  const stream = streams.get(serial);
  if (!stream) throw new Error('a stream without a beginning');
  for (const segment of segments) {
    if (stream.packets === 2) return;
    if (stream.packets === 1) {
      if (!stream.at.length) stream.from = page;
      for (let i = 0; i < segment; i++) stream.at.push(at + i);
    }
    at += segment;
    if (segment === 255 || stream.packets++ === 0) continue;
    blankComments(file, stream);
    for (let p = stream.from; p && p <= page; p = pageEnd(file, p)) seal(file, p);
  }
}

function blankComments(file: Buffer, { codec: { comments, end }, at }: Stream): void {
  const said = String.fromCharCode(...at.slice(0, comments.length).map((i) => file[i]!));
  if (said !== comments || at.length < comments.length + LENGTHS + end) throw new Error('no comments where they belong');
  at.slice(comments.length).forEach((i, n) => (file[i] = end && n === LENGTHS ? 1 : 0));
}

/** Writes a page's checksum anew. */
function seal(file: Buffer, page: number): void {
  file.writeUInt32LE(0, page + 22);
  const crc = file.subarray(page, pageEnd(file, page)).reduce((sum, byte) => ((sum << 8) ^ CRC[((sum >>> 24) ^ byte) & 0xff]!) >>> 0, 0);
  file.writeUInt32LE(crc, page + 22);
}

const CRC = Uint32Array.from({ length: 256 }, (_, i) => {
  let crc = i << 24;
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x80000000 ? 0x04c11db7 : 0);
  return crc >>> 0;
});
