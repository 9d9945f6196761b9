import { Injectable } from '@nestjs/common';
import { Clock, FileStore, OnSchedule } from '@hejie/platform';
import { DataSource, LessThan } from 'typeorm';
import { CaseUpload } from './case-upload.entity.js';
import { UploadFiles } from './upload-files.js';

const HOUR_MS = 3_600_000;
/** How long an upload may rest before it is given up. */
export const UPLOAD_KEPT_MS = 24 * HOUR_MS;
const BATCH = 200;

/** Removes uploads that nobody finished: the bytes first, so that a crash in between leaves a row to find them by. */
@Injectable()
export class CleanUploads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: UploadFiles,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  @OnSchedule({ name: 'cases.clean-uploads', every: HOUR_MS })
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - UPLOAD_KEPT_MS);
    const uploads = this.dataSource.getRepository(CaseUpload);
    for (;;) {
      const old = await uploads.find({ where: { startedAt: LessThan(before) }, order: { startedAt: 'ASC' }, take: BATCH });
      if (old.length === 0) break;
      for (const { id } of old) await this.files.remove(id);
      await uploads.delete(old.map((u) => u.id));
    }
    await this.store.removeAbandoned(before);
  }
}
