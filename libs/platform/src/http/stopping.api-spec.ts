import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import pg from 'pg';

describe('a process that stops', () => {
  let t: TestApp;
  let person: Client;
  /** A line of its own to the database: the app's are closed with it. */
  let other: pg.Client;
  let stopping: Promise<void> | undefined;
  beforeEach(async () => {
    t = await startTestApp();
    person = await signInByPhone(t.url, '13800000001', '姜小明');
    other = new pg.Client({ connectionString: t.config.databaseUrl });
    await other.connect();
    await other.query('begin');
    await other.query('select 1 from account where id = $1 for update', [person.accountId]);
  });
  afterEach(async () => {
    await other.query('rollback').catch(() => undefined);
    await (stopping ??= t.close());
    stopping = undefined;
    await other.end();
  });

  const kept = async () => (await other.query<{ name_sealed: string }>('select name_sealed from account where id = $1', [person.accountId])).rows;
  /** Asks for something that waits for the row that is held, and stops the process. */
  const askAndStop = async () => {
    const answer = person.patch('/api/auth/me', { name: '姜大明' }).then((a) => a.status, () => 'cut');
    await eventually(async () => (await other.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount! > 0, 'it waits');
    stopping = t.close();
    await eventually(() => fetch(t.url).then(() => false, () => true), 'nobody new is let in');
    return { answer };
  };

  it('answers what it was asked before, and lets nobody new in', async () => {
    const before = await kept();
    const { answer } = await askAndStop();
    await other.query('commit');
    expect(await answer).toBe(200);
    expect(await kept()).not.toEqual(before);
    await stopping;
  });

  it('does not wait for good for what cannot be answered', async () => {
    const { answer } = await askAndStop();
    expect(await answer).toBe('cut'); // while the row is still held
    await other.query('commit');
    await stopping;
  });
});
