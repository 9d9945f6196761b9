import { Injectable } from '@nestjs/common';
import { announcing, Clock, newId, notFound } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { mentionRead } from '../contract/index.js';

/** One statement, as people read on all the time. */
const MARK = `
  with before as (
    select read_seq from room_member where room_id = $1 and account_id = $2 and removed_at is null for no key update
  ), moved as (
    update room_member m set read_seq = greatest(b.read_seq, least($3, r.last_seq)) from room r, before b
    where r.id = m.room_id and m.room_id = $1 and m.account_id = $2 and m.removed_at is null
    returning m.read_seq, b.read_seq as read_before
  ), announced as (${announcing(mentionRead, `select $4::uuid as id, jsonb_build_object('roomId', $1::uuid, 'accountId', $2::uuid) as payload, $5::timestamptz as at from moved
    where exists (select from room_message x where x.room_id = $1 and x.seq > moved.read_before and x.seq <= moved.read_seq and x.body -> 'mentions' ? $2::text)`)})
  select read_seq from moved`;

@Injectable()
export class MarkRead {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Moves the own read mark forward, never back and never past the end, whichever device says so. That it went over a message which names them is announced. @throws NOT_FOUND */
  async execute(accountId: string, roomId: string, seq: number): Promise<number> {
    const [marked] = await this.dataSource.query<{ read_seq: string }[]>(MARK, [roomId, accountId, seq, newId(), this.clock.now()]);
    if (!marked) throw notFound();
    return Number(marked.read_seq);
  }
}
