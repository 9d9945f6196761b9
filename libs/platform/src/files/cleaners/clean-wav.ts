/** What sound is made of; lists, broadcast notes, XMP and the like are not. */
const SOUND: ReadonlySet<string> = new Set(['fmt ', 'fact', 'data']);
const HEAD = 8;

/** A WAV file with its sound, byte for byte, and nothing else. @throws when there is no sound, or its length is missing */
export function cleanWav(file: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 12; at + HEAD <= file.length; ) {
    const kind = file.toString('latin1', at, at + 4);
    const said = file.readUInt32LE(at + 4);
    // a recorder that was cut off never filled in the length: where the sound ends is not known then
    if (kind === 'data' && said === 0) throw new Error('the length of the sound is missing');
    const body = Math.min(said, file.length - at - HEAD);
    if (SOUND.has(kind)) kept.push(chunk(kind, file.subarray(at + HEAD, at + HEAD + body)));
    at += HEAD + body + (body % 2);
  }
  if (!kept.some((c) => c.toString('latin1', 0, 4) === 'data')) throw new Error('no sound');
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...kept]));
}

function chunk(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(HEAD);
  head.write(kind, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}
