import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { refusePlatform } from '../context/platform-refusals.js';

export interface StoredBytes {
  /** Hex; also the address of the content in the store. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Content-addressed files under DATA_DIR/files. A file is either whole under its hash or not there:
 * it is written aside and renamed, and on the disk when `put` answers. Who may read it is the business of the context that refers to it.
 */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(config: Config) {
    this.root = join(config.dataDir, 'files');
  }

  /** @throws PAYLOAD_TOO_LARGE once more than `maxBytes` arrived; nothing is kept then. */
  async put(source: Readable, maxBytes: number): Promise<StoredBytes> {
    const incoming = join(this.root, 'incoming', randomUUID());
    await mkdir(dirname(incoming), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes > maxBytes) return done(refusePlatform('PAYLOAD_TOO_LARGE'));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, meter, createWriteStream(incoming, { mode: 0o600 }));
      const sha256 = hash.digest('hex');
      const target = this.path(sha256);
      const folder = dirname(target);
      await mkdir(folder, { recursive: true });
      // on the disk before anybody commits a row that says so: the bytes, the name, and the folders the name is in
      await sync(incoming);
      await rename(incoming, target);
      for (const named of [folder, dirname(folder), this.root]) await sync(named);
      return { sha256, bytes };
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
  }

  open(sha256: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.path(sha256), range);
  }

  async has(sha256: string): Promise<boolean> {
    return access(this.path(sha256)).then(
      () => true,
      () => false,
    );
  }

  /** Deletes a file, unless it was written, or written again, since an instant. @returns whether it is gone */
  async remove(sha256: string, before: Date): Promise<boolean> {
    const target = this.path(sha256);
    const aside = join(this.root, 'incoming', randomUUID());
    await mkdir(dirname(aside), { recursive: true });
    try {
      if ((await stat(target)).mtimeMs >= before.getTime()) return false;
      await rename(target, aside); // who puts it from now on makes another
      if ((await stat(aside)).mtimeMs < before.getTime()) {
        await rm(aside);
        return true;
      }
      await rename(aside, target); // put between the look and the move
      return false;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
      throw error;
    }
  }

  /** Removes what was left half-written before an instant, by a process that ended in the middle. Answers how many. */
  async removeAbandoned(before: Date): Promise<number> {
    const folder = join(this.root, 'incoming');
    let removed = 0;
    for (const name of await readdir(folder).catch(() => [])) {
      const file = join(folder, name);
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity })); // finished meanwhile
      if (mtimeMs >= before.getTime()) continue;
      await rm(file, { force: true });
      removed++;
    }
    return removed;
  }

  private path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a sha-256');
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

/** Waits until a file's bytes, or a folder's names, are on the disk. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
