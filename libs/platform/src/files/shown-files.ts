import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { refusePlatform } from '../context/platform-refusals.js';
import { FileCopy } from './file-copy.entity.js';
import { FileStore } from './file-store.js';
import type { TypedBytes } from './store-typed.js';
import { mayHoldLocation, withoutLocation } from './without-location.js';

export interface ShownFile extends TypedBytes {
  readonly name: string;
}

/** Larger than any copy of a file that was accepted. */
const MAX_COPY_BYTES = 100 * 1024 * 1024;

/** What others than the owner of a file get to see of it: a copy without location, made at the first reading and kept. */
@Injectable()
export class ShownFiles {
  private readonly log = new Logger('Files');
  private readonly making = new Map<string, Promise<FileCopy>>();
  /** One file is unpacked at a time: each may take hundreds of megabytes. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  /** The file itself where it is of a kind that holds no location. @throws FILE_WITHOUT_COPY where none can be made */
  async of({ sha256, bytes, mediaType, name }: ShownFile): Promise<ShownFile> {
    if (!mayHoldLocation(mediaType)) return { sha256, bytes, mediaType, name };
    const copy = (await this.dataSource.getRepository(FileCopy).findOneBy({ sourceSha256: sha256 })) ?? (await this.make(sha256, mediaType));
    return { sha256: copy.sha256, bytes: copy.bytes, mediaType: copy.mediaType, name: copy.mediaType === mediaType ? name : `${name.replace(/\.\w+$/, '')}.jpg` };
  }

  private make(sha256: string, mediaType: string): Promise<FileCopy> {
    const making = this.making.get(sha256) ?? (this.turn = this.turn.then(() => this.keep(sha256, mediaType), () => this.keep(sha256, mediaType)) as Promise<FileCopy>) as Promise<FileCopy>;
    this.making.set(sha256, making);
    const done = () => this.making.delete(sha256);
    making.then(done, done);
    return making;
  }

  private async keep(sourceSha256: string, mediaType: string): Promise<FileCopy> {
    const clean = await withoutLocation(await buffer(this.store.open(sourceSha256)), mediaType).catch((error: unknown) => {
      this.log.warn({ msg: 'no copy without location can be made', sha256: sourceSha256, error: String(error) });
      throw refusePlatform('FILE_WITHOUT_COPY');
    });
    const stored = await this.store.put(Readable.from([clean.bytes]), MAX_COPY_BYTES);
    const copies = this.dataSource.getRepository(FileCopy);
    await copies.createQueryBuilder().insert().values({ sourceSha256, ...stored, mediaType: clean.mediaType, madeAt: this.clock.now() }).orIgnore().execute();
    return copies.findOneByOrFail({ sourceSha256 }); // another process may have been faster
  }
}
