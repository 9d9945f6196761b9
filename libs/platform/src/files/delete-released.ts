import { Injectable, Logger } from '@nestjs/common';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { ContextRegistry } from '../context/registry.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OnSchedule } from '../jobs/job.js';
import { FileCopy } from './file-copy.entity.js';
import { FileRelease } from './file-release.entity.js';
import { FileStore } from './file-store.js';
import { ReleasedFiles } from './released-files.js';

/** A file is kept so long after it was let go of, or was written last: whoever brings the same content stores its row within this. */
const KEEP_MS = 3_600_000;
/** At a time. */
const MOST = 200;

/**
 * Deletes the bytes of files that were let go of, and of their copies for others, unless any row holds the same content:
 * every column called sha256 or *_sha256 does, but those that a context declares to be mere traces. May run any number of times.
 */
@Injectable()
export class DeleteReleased {
  private readonly log = new Logger('DeleteReleased');

  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly store: FileStore,
    private readonly released: ReleasedFiles,
    private readonly registry: ContextRegistry,
    private readonly clock: Clock,
  ) {}

  @OnSchedule({ name: 'platform.delete-released', every: 600_000 })
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_MS);
    const due = await this.dataSource.getRepository(FileRelease).find({ where: { releasedAt: LessThanOrEqual(before) }, order: { releasedAt: 'ASC' }, take: MOST });
    for (const { sha256 } of due) await this.one(sha256, before).catch((error: unknown) => this.log.error({ msg: 'not deleted', sha256, error: String(error) }));
  }

  private async one(sha256: string, before: Date): Promise<void> {
    const held = await this.isHeld(sha256);
    if (!held && !(await this.store.remove(sha256, before))) return; // somebody is bringing it again: looked at once more later
    await this.work.run(async (tx) => {
      if (!held) {
        for (const copy of await tx.findBy(FileCopy, { sourceSha256: sha256 })) if (copy.sha256 !== sha256) await this.released.release(tx, copy.sha256);
        await tx.delete(FileCopy, { sourceSha256: sha256 });
      }
      await tx.delete(FileRelease, { sha256, releasedAt: LessThanOrEqual(before) });
    });
  }

  private async isHeld(sha256: string): Promise<boolean> {
    const holders = this.holders().map(([table, column]) => `exists (select from "${table}" where "${column}" = $1)`);
    // a copy that is the same as what it was made of does not hold itself
    const [row] = await this.dataSource.query<{ held: boolean }[]>(`select exists (select from file_copy where sha256 = $1 and source_sha256 <> $1) or ${holders.join(' or ')} as held`, [sha256]);
    return row!.held;
  }

  private holders(): [table: string, column: string][] {
    const traces = new Set(this.registry.contexts.flatMap((c) => c.hashTraces ?? []));
    return this.dataSource.entityMetadatas
      .filter((e) => e.target !== FileRelease && e.target !== FileCopy)
      .flatMap((e) => e.columns.map(({ databaseName }): [string, string] => [e.tableName, databaseName]))
      .filter(([table, column]) => /(^|_)sha256$/.test(column) && !traces.has(`${table}.${column}`));
  }
}
