import { Injectable } from '@nestjs/common';
import { notFound } from '@hejie/platform';
import { DataSource } from 'typeorm';

@Injectable()
export class MarkRead {
  constructor(private readonly dataSource: DataSource) {}

  /** Moves the own read mark forward, never back and never past the end, whichever device says so. @throws NOT_FOUND */
  async execute(accountId: string, roomId: string, seq: number): Promise<number> {
    const rows = await this.dataSource.query<[{ read_seq: string }[], number]>(
      `update room_member m set read_seq = greatest(m.read_seq, least($3, r.last_seq)) from room r
       where r.id = m.room_id and m.room_id = $1 and m.account_id = $2 and m.removed_at is null returning m.read_seq`,
      [roomId, accountId, seq],
    );
    const [updated] = rows[0];
    if (!updated) throw notFound();
    return Number(updated.read_seq);
  }
}
