import { inflateRawSync } from 'node:zlib';

/** One part of a Word document (a zip archive), as text; undefined where it has none of that name. */
export function docxPart(docx: Buffer, name: string): string | undefined {
  const end = docx.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = docx.readUInt32LE(end + 16);
  for (let left = docx.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength] = [docx.readUInt16LE(at + 10), docx.readUInt32LE(at + 20), docx.readUInt16LE(at + 28)];
    const local = docx.readUInt32LE(at + 42);
    if (docx.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const start = local + 30 + docx.readUInt16LE(local + 26) + docx.readUInt16LE(local + 28);
      const bytes = docx.subarray(start, start + size);
      return (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
    }
    at += 46 + nameLength + docx.readUInt16LE(at + 30) + docx.readUInt16LE(at + 32);
  }
  return undefined;
}

/** The words of a Word document in reading order. */
export const docxText = (docx: Buffer): string =>
  [...(docxPart(docx, 'word/document.xml') ?? '').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|(<\/w:p>)/g)].map((m) => m[1] ?? '\n').join('').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
