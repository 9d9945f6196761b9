import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TestClock } from '@hejie/platform/testing';
import { signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { CLEAN_BATCH, CleanIdentity } from './clean-identity.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('cleaning up after sign-in', () => {
  let t: TestApp;
  let client: Client;
  let another: Client;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    client = await signInByPhone(t.url, '13800000001');
    another = await signInByPhone(t.url, '13800000002');
    await t.db.query('delete from one_time_code');
  });
  afterAll(() => t?.close());

  const at = (msAgo: number) => new Date(clock.now().getTime() - msAgo);
  const code = (n: number, createdAt: Date, usedAt: Date | null = null) =>
    t.db.query(
      `insert into one_time_code (id, phone_index, phone_sealed, purpose, subject, code_hash, created_at, used_at)
       select gen_random_uuid(), 'p' || i, 'x', 'sign_in', '', 'x', $2, $3 from generate_series(1, $1::int) i`,
      [n, createdAt, usedAt],
    );
  const session = (name: string, startedAt: Date, lastSeenAt: Date, revokedAt: Date | null = null) =>
    t.db.query(
      `insert into session (id, account_id, token_hash, user_agent, means, amr, started_at, last_seen_at, revoked_at) values (gen_random_uuid(), $1, $2, $2, 'phone_code', '{}', $3, $4, $5)`,
      [client.accountId, name, startedAt, lastSeenAt, revokedAt],
    );
  const left = async (table: string, column: string) => ((await t.db.query(`select ${column} as v from ${table} order by 1`)) as { v: string }[]).map((r) => r.v);
  const clean = () => t.app.get(CleanIdentity).clean();

  it('deletes what is spent or over, batch by batch, and keeps what still counts', async () => {
    await code(2 * CLEAN_BATCH + 1, at(DAY_MS + 1), at(DAY_MS));
    await code(2, at(DAY_MS - 1), at(HOUR_MS)); // spent, but today's ten a phone are counted from it
    await code(1, at(1));
    await session('idle', at(20 * DAY_MS), at(14 * DAY_MS + 1));
    await session('old', at(90 * DAY_MS + 1), at(1));
    await session('revoked', at(HOUR_MS), at(HOUR_MS), at(1));
    await session('alive', at(89 * DAY_MS), at(13 * DAY_MS));
    await t.db.query(`insert into staff_challenge (id_hash, account_id, expires_at) values ('over', $1, $2), ('open', $1, $3)`, [client.accountId, at(1), at(-1)]);
    await t.db.query(`insert into staff_set_up (token_hash, account_id, totp_secret_sealed, expires_at) values ('over', $1, '', $3), ('open', $2, '', $4)`, [client.accountId, another.accountId, at(1), at(-1)]);
    await t.db.query(`insert into oidc_attempt (id_hash, state, nonce, code_verifier, expires_at) values ('over', '', '', '', $1), ('open', '', '', '', $2)`, [at(1), at(-1)]);
    await t.db.query('delete from rate_limit');
    await t.db.query(`insert into rate_limit (key, points, expire) values ('over', 1, $1), ('counting', 1, $2)`, [clock.now().getTime() - 1, clock.now().getTime() + 1]);

    const query = jest.spyOn(t.db, 'query');
    await clean();
    const deleted = await Promise.all(query.mock.results.map((r) => r.value as Promise<[unknown[], number]>));
    query.mockRestore();

    expect(Math.max(...deleted.map(([, rows]) => rows))).toBe(CLEAN_BATCH);
    expect(await left('one_time_code', 'phone_index')).toEqual(['p1', 'p1', 'p2']);
    expect((await left('session', 'user_agent')).filter((v) => v !== 'node')).toEqual(['alive']);
    expect(await left('staff_challenge', 'id_hash')).toEqual(['open']);
    expect(await left('staff_set_up', 'token_hash')).toEqual(['open']);
    expect(await left('oidc_attempt', 'id_hash')).toEqual(['open']);
    expect(await left('rate_limit', 'key')).toEqual(['counting']);
    expect((await client.get('/api/auth/me')).status).toBe(200);
  });

  it('leaves alone what another worker is deleting, instead of waiting for it', async () => {
    await session('gone', at(HOUR_MS), at(HOUR_MS), at(1));
    const other = t.db.createQueryRunner();
    await other.startTransaction();
    await other.query(`select 1 from session where user_agent = 'gone' for update`);
    await clean();
    await other.rollbackTransaction();
    await other.release();
    expect(await left('session', 'user_agent')).toContain('gone');
    await clean();
    expect(await left('session', 'user_agent')).not.toContain('gone');
  });
});
