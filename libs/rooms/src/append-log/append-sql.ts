/**
 * Stores a batch of messages of any number of rooms in one statement, hence one commit.
 *
 * Parameters are arrays of equal length: room, sender, client id, kind, body (JSON text); then the time.
 * Answers a row for each input in order: seq and time, or nulls where the sender is not a member.
 *
 * - Rooms are locked in the order of their ids, so that two processes cannot deadlock, and numbering
 *   starts from the locked row: seq is dense whoever writes.
 * - A message stored before (same room, sender, client id) keeps its number. If another process stores it
 *   at this very moment, the unique index refuses the whole batch, and the writer runs it again.
 * - Membership is read by the statement itself: a removal that was committed before is obeyed.
 */
export const APPEND = `
  with input as (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) with ordinality as t (room_id, sender_id, client_id, kind, body, ord)
  ), earlier as (
    select i.ord, m.seq, m.at from input i join room_message m using (room_id, sender_id, client_id)
  ), fresh as (
    select distinct on (i.room_id, i.sender_id, i.client_id) i.*
    from input i join room_member rm on rm.room_id = i.room_id and rm.account_id = i.sender_id and rm.removed_at is null
    where not exists (select 1 from earlier e where e.ord = i.ord)
    order by i.room_id, i.sender_id, i.client_id, i.ord
  ), locked as materialized (
    select r.id, r.last_seq from room r where r.id in (select room_id from fresh) order by r.id for update
  ), numbered as (
    select f.*, l.last_seq + row_number() over (partition by f.room_id order by f.ord) as seq from fresh f join locked l on l.id = f.room_id
  ), raised as (
    update room r set last_seq = n.last_seq from (select room_id, max(seq) as last_seq from numbered group by room_id) n where r.id = n.room_id
  ), stored as (
    insert into room_message (room_id, seq, sender_id, client_id, kind, body, at)
    select room_id, seq, sender_id, client_id, kind, body::jsonb, $6 from numbered
    returning room_id, sender_id, client_id, seq, at
  )
  select coalesce(s.seq, e.seq)::int as seq, coalesce(s.at, e.at) as at, s.seq is not null as is_new
  from input i
  left join stored s using (room_id, sender_id, client_id)
  left join earlier e on e.ord = i.ord
  order by i.ord`;
