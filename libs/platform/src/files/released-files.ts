import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/unit-of-work.js';
import { FileRelease } from './file-release.entity.js';

/** Stored files whose row is deleted: their bytes go later (`DeleteReleased`), and only if nothing else holds the same content. */
@Injectable()
export class ReleasedFiles {
  constructor(private readonly clock: Clock) {}

  /** In the transaction that deletes the row: if that rolls back, the file is held as before. */
  async release(tx: Tx, sha256: string): Promise<void> {
    await tx.upsert(FileRelease, { sha256, releasedAt: this.clock.now() }, ['sha256']);
  }
}
