import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStore } from '@tus/file-store';
import { Config } from '@hejie/platform';

/** The bytes of uploads under way, in DATA_DIR/uploads: apart from the file store, where only whole files are. */
@Injectable()
export class UploadFiles {
  readonly store: FileStore;
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'uploads');
    mkdirSync(this.folder, { recursive: true });
    this.store = new FileStore({ directory: this.folder });
  }

  /** Bytes that arrived so far; 0 when nothing did. */
  async received(id: string): Promise<number> {
    return this.store.getUpload(id).then(
      (upload) => upload.offset,
      () => 0,
    );
  }

  read(id: string): Readable {
    return this.store.read(id) as Readable;
  }

  /** Removing what is not there is harmless. */
  async remove(id: string): Promise<void> {
    await rm(join(this.folder, id), { force: true });
    await rm(join(this.folder, `${id}.json`), { force: true });
  }
}
