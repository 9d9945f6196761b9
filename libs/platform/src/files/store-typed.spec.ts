import { PassThrough } from 'node:stream';
import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { FileStore } from './file-store.js';
import { storeTyped } from './store-typed.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');

/** Keeps what it is given in memory. */
function memory() {
  const kept: Buffer[] = [];
  const store = {
    put: async (source: AsyncIterable<Buffer>) => {
      const chunks: Buffer[] = [];
      for await (const chunk of source) chunks.push(chunk);
      kept.push(Buffer.concat(chunks));
      return { key: 'k', sha256: '', size: kept[0]!.length };
    },
  } as unknown as FileStore;
  return { kept, store };
}

describe('a file that is taken in', () => {
  it.each(['photo.jpg', 'list.txt', 'letter.docx'])('is refused at once when it is empty: %s', async (name) => {
    for (const wait of [false, true]) {
      const { kept, store } = memory();
      const source = new PassThrough();
      if (!wait) source.end();
      const refused = expect(storeTyped(source, name, store)).rejects.toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
      if (wait) await later(1).then(() => source.end());
      await refused;
      expect(kept).toEqual([]);
    }
  });

  it.each([[0], [5]])('is kept whole when its bytes come after %s ms', async (ms) => {
    const { kept, store } = memory();
    const source = new PassThrough();
    const typed = storeTyped(source, 'photo.jpg', store);
    await later(ms);
    source.write(PNG.subarray(0, 10));
    source.end(PNG.subarray(10));
    expect(await typed).toMatchObject({ mediaType: 'image/png' });
    expect(Buffer.concat(kept).equals(PNG)).toBe(true);
  });

  it('says what broke off before its first byte', async () => {
    const source = new PassThrough();
    const typed = storeTyped(source, 'photo.jpg', memory().store);
    source.destroy(new Error('gone'));
    await expect(typed).rejects.toThrow('gone');
  });
});
