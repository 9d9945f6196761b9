import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Presence } from '../presence/presence.js';

export interface Mentioned {
  readonly accountId: string;
  /** The first message that names them and that they have not read. */
  readonly since: number;
  /** Whether they are in the room at this moment. */
  readonly present: boolean;
}

/** Whom messages name, for those who tell them. */
@Injectable()
export class Mentions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly presence: Presence,
  ) {}

  /** The others whom a message names and who have not read it: members who may read it. Nobody once it is taken back. */
  async waiting(roomId: string, seq: number): Promise<Mentioned[]> {
    const rows = await this.dataSource.query<{ account_id: string; since: number }[]>(
      `select m.account_id,
         (select min(x.seq)::int from room_message x where x.room_id = m.room_id and x.seq > m.read_seq and x.seq <= said.seq and x.seq <@ m.readable
            and x.sender_id <> m.account_id and x.body -> 'mentions' ? m.account_id::text) as since
       from room_message said join room_member m on m.room_id = said.room_id and said.body -> 'mentions' ? m.account_id::text
       where said.room_id = $1 and said.seq = $2 and m.account_id <> said.sender_id and m.removed_at is null and said.seq <@ m.readable and m.read_seq < said.seq`,
      [roomId, seq],
    );
    const present = new Set((await this.presence.of([roomId])).get(roomId)!.map((p) => p.accountId));
    return rows.map((r) => ({ accountId: r.account_id, since: r.since, present: present.has(r.account_id) }));
  }

  /** Whether a message that names somebody and that they may read lies before them unread. */
  async unread(accountId: string, roomId: string): Promise<boolean> {
    const [{ waits }] = await this.dataSource.query<[{ waits: boolean }]>(
      `select exists (select from room_member m join room_message x on x.room_id = m.room_id and x.seq > m.read_seq and x.seq <@ m.readable and x.sender_id <> m.account_id and x.body -> 'mentions' ? m.account_id::text
         where m.room_id = $1 and m.account_id = $2 and m.removed_at is null) as waits`,
      [roomId, accountId],
    );
    return waits;
  }
}
