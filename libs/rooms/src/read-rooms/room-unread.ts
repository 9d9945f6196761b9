import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Unread messages for desks that list cases. */
@Injectable()
export class RoomUnread {
  constructor(private readonly dataSource: DataSource) {}

  /** Case id -> messages of others that the account has not read, over all its rooms of the case, and how many of them name it. */
  async byCase(accountId: string): Promise<Map<string, { unread: number; mentions: number }>> {
    const rows = await this.dataSource.query<{ case_id: string; unread: number; mentions: number }[]>(
      `select r.case_id, count(x.seq)::int as unread, count(*) filter (where x.body -> 'mentions' ? me.account_id::text)::int as mentions
       from room_member me join room r on r.id = me.room_id
       join room_message x on x.room_id = r.id and x.seq > me.read_seq and x.seq <@ me.readable and x.sender_id <> me.account_id
       where me.account_id = $1 and me.removed_at is null group by r.case_id`,
      [accountId],
    );
    return new Map(rows.map(({ case_id: caseId, ...counts }) => [caseId, counts]));
  }
}
