// People with sessions and rooms to talk in, written straight into the database: signing in is not what is measured.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

const PER_ROOM = 4;

/**
 * @param {string} databaseUrl
 * @param {number} rooms each with four members of its own
 * @returns {Promise<{ roomId: string, accountId: string, sessionId: string, cookie: string, run: string }[]>} the members, room by room
 */
export async function populate(databaseUrl, rooms) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const run = newRun();
  const members = Array.from({ length: rooms * PER_ROOM }, () => ({ accountId: randomUUID(), sessionId: randomUUID(), token: randomBytes(32).toString('base64url') }));
  const roomIds = Array.from({ length: rooms }, () => randomUUID());
  const column = (key) => members.map((m) => m[key]);
  await client.query(`insert into account (id, name_sealed, locale, created_at) select id, '', 'zh-CN', now() from unnest($1::uuid[]) as t (id)`, [column('accountId')]);
  await client.query(`insert into account_role (account_id, role) select id, 'person' from unnest($1::uuid[]) as t (id)`, [column('accountId')]);
  await client.query(
    `insert into session (id, account_id, token_hash, user_agent, means, amr, started_at, last_seen_at) select id, account, token, 'bench', 'phone_code', '{}', now(), now() from unnest($1::uuid[], $2::uuid[], $3::text[]) as t (id, account, token)`,
    [column('sessionId'), column('accountId'), members.map((m) => createHash('sha256').update(m.token).digest('base64url'))],
  );
  await client.query(`insert into room (id, case_id, kind, created_at) select id, id, 'joint', now() from unnest($1::uuid[]) as t (id)`, [roomIds]);
  await client.query(
    `insert into room_member (room_id, account_id, relation, admitted_at) select room, account, 'claimant', now() from unnest($1::uuid[], $2::uuid[]) as t (room, account)`,
    [members.map((_, i) => roomIds[Math.floor(i / PER_ROOM)]), column('accountId')],
  );
  await client.end();
  return members.map(({ accountId, sessionId, token }, i) => ({ roomId: roomIds[Math.floor(i / PER_ROOM)], accountId, sessionId, cookie: `hejie_session=${token}`, run }));
}

/** The last four groups of the client ids of one run of the driver. */
const newRun = () => randomUUID().slice(9);

/** The same members, whose next messages are new ones. */
export function inANewRun(members) {
  const run = newRun();
  return members.map((m) => ({ ...m, run }));
}

/** Fills the room of `member` up to `messages`. */
export async function fill(databaseUrl, { roomId, accountId }, messages) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into room_message (room_id, seq, sender_id, client_id, kind, body, at)
     select $1, n, $2, gen_random_uuid(), 'text', jsonb_build_object('text', repeat('调解', 33)), now()
     from generate_series((select last_seq + 1 from room where id = $1), $3) as n`,
    [roomId, accountId, messages],
  );
  await client.query('update room set last_seq = $2 where id = $1', [roomId, messages]);
  await client.query('vacuum analyze room_message');
  await client.end();
}

/** Fills every empty room up to `messages`, said by one of its members. */
export async function fillAll(databaseUrl, messages) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into room_message (room_id, seq, sender_id, client_id, kind, body, at)
     select r.id, n, m.account_id, gen_random_uuid(), 'text', jsonb_build_object('text', repeat('调解', 33)), now()
     from room r cross join lateral (select account_id from room_member where room_id = r.id limit 1) m cross join generate_series(1, $1::int) as n where r.last_seq = 0`,
    [messages],
  );
  await client.query('update room set last_seq = $1 where last_seq = 0', [messages]);
  await client.query('vacuum analyze');
  await client.end();
}

/** One statement on a connection of its own. */
export async function execute(databaseUrl, statement) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}
