import { Injectable } from '@nestjs/common';
import { UploadLimit } from '@hejie/identity';
import { Config } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { refuse } from '../rooms.refusals.js';

/** What is asked before a byte of a file for a room is taken in. */
@Injectable()
export class RoomFileLimit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uploads: UploadLimit,
    private readonly config: Config,
  ) {}

  /** Before a whole file; counts one upload of the account's day. @throws ROOM_FILES_FULL, UPLOADS_PER_DAY */
  async check(accountId: string, roomId: string): Promise<void> {
    await this.checkRoom(roomId);
    await this.uploads.count(accountId);
  }

  /** Whether the room takes another file; the rooms of a case count together. @throws ROOM_FILES_FULL */
  async checkRoom(roomId: string): Promise<void> {
    const limit = this.config.caseFilesBytes;
    const [{ held }] = (await this.dataSource.query(
      'select coalesce(sum(f.bytes), 0)::float8 as held from room_file f join room r on r.id = f.room_id where r.case_id = (select case_id from room where id = $1)',
      [roomId],
    )) as [{ held: number }];
    if (held >= limit) throw refuse('ROOM_FILES_FULL', { params: { megabytes: Math.ceil(limit / 1024 / 1024) } });
  }
}
