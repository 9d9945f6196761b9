const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;
/** What a decoder needs of the application segments, by what they begin with: the rest tells. */
const NEEDED: readonly (readonly [marker: number, begins: string])[] = [[0xe0, 'JFIF\0'], [0xe2, 'ICC_PROFILE\0'], [0xee, 'Adobe']];

/**
 * A JPEG with the same points, byte for byte, without EXIF, XMP, IPTC, comments, thumbnails and what is hung on after its end.
 * @param orientation how to turn it, 1 to 8 as in EXIF, where that must still be said
 * @throws when the segments do not fit the file
 */
export function jpegPoints(file: Buffer, orientation = 1): Buffer {
  if (file.readUInt16BE(0) !== 0xff00 + SOI) throw new Error('no JPEG');
  const kept = [file.subarray(0, 2), ...(orientation === 1 ? [] : [turned(orientation)])];
  for (let at = 2; at < file.length; ) {
    if (file[at] !== 0xff) throw new Error('no marker where one belongs');
    const marker = file.readUInt8(at + 1);
    if (marker === 0xff) {
      at++; // a marker may be preceded by any number of these
      continue;
    }
    if (marker === EOI) return Buffer.concat([...kept, file.subarray(at, at + 2)]);
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) throw new Error('a segment does not fit');
    const next = marker === SOS ? afterPoints(file, end) : end;
    if (isNeeded(file, marker, at + 4)) kept.push(file.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept); // ends without saying so, as some scanners write it
}

function isNeeded(file: Buffer, marker: number, body: number): boolean {
  const application = marker >= 0xe0 && marker <= 0xef;
  return application ? NEEDED.some(([m, begins]) => m === marker && file.toString('latin1', body, body + begins.length) === begins) : marker !== COMMENT;
}

/** Where the next segment begins: within points, a marker is neither a stuffed 0xff nor a restart. */
function afterPoints(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const marker = file[at + 1]!;
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at;
  }
  return file.length;
}

/** EXIF that says nothing but how to turn the picture. */
function turned(orientation: number): Buffer {
  const segment = Buffer.from('ffe10022457869660000 4d4d002a00000008 0001 0112000300000001 0000 0000 00000000'.replaceAll(' ', ''), 'hex');
  segment.writeUInt16BE(orientation, segment.length - 8);
  return segment;
}
