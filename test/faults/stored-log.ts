import type { Readable } from '@hejie/rooms/contract';
import type pg from 'pg';

export interface StoredMessage {
  readonly room: string;
  readonly seq: number;
  readonly sender: string;
  readonly clientId: string;
  readonly kind: string;
  readonly text: string | null;
}

/** What PostgreSQL holds of some rooms. */
export interface StoredLog {
  readonly rooms: readonly { readonly room: string; readonly lastSeq: number }[];
  readonly messages: readonly StoredMessage[];
  /** Whoever was ever let in; `present`: still in the room. */
  readonly members: readonly { readonly room: string; readonly account: string; readonly present: boolean; readonly readable: Readable }[];
}

export async function readStoredLog(db: pg.Pool, roomIds: readonly string[]): Promise<StoredLog> {
  const [rooms, messages, members] = await Promise.all([
    db.query('select id as room, last_seq::int as "lastSeq" from room where id = any ($1)', [roomIds]),
    db.query(
      `select room_id as room, seq::int as seq, sender_id as sender, client_id as "clientId", kind, body ->> 'text' as text
       from room_message where room_id = any ($1) order by room_id, seq`,
      [roomIds],
    ),
    db.query(
      `select room_id as room, account_id as account, removed_at is null as present,
         (select coalesce(jsonb_agg(jsonb_build_array(lower(r), upper(r) - 1) order by r), '[]') from unnest(readable) r) as readable
       from room_member where room_id = any ($1)`,
      [roomIds],
    ),
  ]);
  return { rooms: rooms.rows, messages: messages.rows, members: members.rows };
}
