import { announcing } from '@hejie/platform';
import { mentioned, type Message } from '../contract/index.js';

/** What became of one message of a batch. */
export type Verdict =
  | 'stored'
  /** The sender's resend: it keeps the place it got the first time. */
  | 'earlier'
  /** Somebody was put out of the room while the batch waited for it: to be judged anew. */
  | 'again'
  /** Somebody else holds the room's row, and the batch went around it: nothing is known of the message yet. */
  | 'held'
  | 'stranger'
  /** The room's log is closed for good. */
  | 'sealed'
  | 'muted'
  | 'locked';

/** What the log holds of a message that an earlier batch stored: its sender may have changed the resend, or taken the words back. */
type Earlier = Pick<Message, 'kind' | 'body' | 'at'>;

/** seq is null unless the message is in the log; `membership` is the room's at the commit. */
export type AppendRow = [verdict: Verdict, seq: number | null, earlier: Earlier | null, membership: number];

const EARLIER = `case when e.seq is not null then jsonb_build_object('kind', e.kind, 'body', e.body, 'at', e.at) end as earlier`;

/** Of a message (m: the sender's membership, e: the same message stored earlier) and its room (s: as the snapshot shows it, l: as locked). */
const VERDICT = `
      case when l.membership is null and s.membership is not null then 'held'
           when e.seq is not null then 'earlier'
           when l.membership is distinct from s.membership then 'again'
           when m.account_id is null then 'stranger'
           when l.sealed_seq is not null then 'sealed'
           when m.muted_at is not null then 'muted'
           when l.locked_at is not null and m.relation <> 'mediator' then 'locked'
           else 'stored' end as verdict`;

const NAMED = announcing(mentioned, `select event_id as id, jsonb_build_object('roomId', room_id, 'seq', seq) as payload, $6::timestamptz as at from numbered where event_id is not null`);

/**
 * Stores a batch of messages of any number of rooms in one statement, hence one commit.
 *
 * Parameters are arrays of equal length: room, sender, client id, kind, body (JSON text), none twice
 * with the same room, sender and client id; then the time. Answers a row for each input in order. Where messages name members,
 * another array follows: the id of the event that says so, or null. A statement of its own, as few messages do.
 *
 * - Rooms are locked in the order of their ids, so that two processes cannot deadlock, and numbering
 *   starts from the locked row: seq is dense whoever writes.
 * - A message stored before keeps its number. If another process stores it at this very moment, the
 *   unique index refuses the whole batch, and the writer runs it again.
 * - Membership is what the statement's snapshot shows. A removal raises `room.membership`, and the lock
 *   shows the newest one: where it differs from the snapshot's, nothing is stored.
 */
const append = (held: 'skip locked' | '', naming = false) => `
  with input as (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]${naming ? ', $7::uuid[]' : ''}) with ordinality as t (room_id, sender_id, client_id, kind, body${naming ? ', event_id' : ''}, ord)
  ), seen as materialized (
    select id, membership from room where id = any ($1::uuid[])
  ), locked as materialized (
    select id, last_seq, membership, locked_at, sealed_seq from room where id = any ($1::uuid[]) order by id for no key update ${held}
  ), judged as materialized (
    select i.*, l.last_seq, l.membership, e.seq as earlier_seq, ${EARLIER},${VERDICT}
    from input i
    left join locked l on l.id = i.room_id
    left join seen s on s.id = i.room_id
    left join room_member m on m.room_id = i.room_id and m.account_id = i.sender_id and m.removed_at is null
    left join room_message e on e.room_id = i.room_id and e.sender_id = i.sender_id and e.client_id = i.client_id
  ), numbered as (
    select j.*, j.last_seq + row_number() over (partition by j.room_id order by j.ord) as seq from judged j where j.verdict = 'stored'
  ), raised as (
    update room r set last_seq = n.last_seq from (select room_id, max(seq) as last_seq from numbered group by room_id) n where r.id = n.room_id
  ), stored as (
    insert into room_message (room_id, seq, sender_id, client_id, kind, body, at)
    select room_id, seq, sender_id, client_id, kind, body::jsonb, $6 from numbered
  )${naming ? `, announced as (${NAMED})` : ''}
  select j.verdict, coalesce(n.seq, j.earlier_seq)::int, j.earlier, j.membership
  from judged j left join numbered n using (ord)
  order by j.ord`;
export const APPEND = append('');
export const APPEND_NAMING = append('', true);
/** The same without waiting for rooms whose row somebody else holds. */
export const APPEND_AROUND = append('skip locked');
export const APPEND_NAMING_AROUND = append('skip locked', true);

/**
 * The same for a single message, which is what most batches of a calm hour are: two fifths less work for the database.
 * Parameters: room, sender, client id, kind, body (JSON text), time.
 */
export const APPEND_ONE = `
  with judged as materialized (
    select l.last_seq + 1 as seq, l.membership, e.seq as earlier_seq, ${EARLIER},${VERDICT}
    from (select $1::uuid as room_id) i
    left join (select id, last_seq, membership, locked_at, sealed_seq from room where id = $1::uuid for no key update) l on true
    left join room s on s.id = $1::uuid
    left join room_member m on m.room_id = $1::uuid and m.account_id = $2::uuid and m.removed_at is null
    left join room_message e on e.room_id = $1::uuid and e.sender_id = $2::uuid and e.client_id = $3::uuid
  ), raised as (
    update room r set last_seq = j.seq from judged j where r.id = $1::uuid and j.verdict = 'stored'
  ), stored as (
    insert into room_message (room_id, seq, sender_id, client_id, kind, body, at)
    select $1::uuid, seq, $2::uuid, $3::uuid, $4::text, $5::jsonb, $6 from judged where verdict = 'stored'
  )
  select verdict, (case verdict when 'stored' then seq else earlier_seq end)::int, earlier, membership from judged`;
