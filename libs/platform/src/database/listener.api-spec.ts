import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '@hejie/platform';
import { createTestDatabase, eventually, TcpProxy } from '@hejie/test-kit';
import pg from 'pg';
import { Listener } from './listener.js';

describe('the line on which a process hears of commits', () => {
  let database: pg.Client;
  let network: TcpProxy;
  let listener: Listener;
  const heard: string[] = [];
  beforeAll(async () => {
    const databaseUrl = await createTestDatabase();
    database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    const url = new URL(databaseUrl);
    const port = Number(url.port);
    network = await TcpProxy.start(() => [port]);
    url.port = new URL(network.url).port;
    listener = new Listener(new Config({ DATABASE_URL: url.href, FIELD_KEY: randomBytes(32).toString('base64') }));
  });
  afterAll(async () => {
    await listener?.onApplicationShutdown();
    await network?.close();
    await database?.end();
  });
  const hear = (channel: string, missed = true) =>
    listener.listen(channel, { heard: (payload) => void heard.push(`${channel} ${payload}`), ...(missed ? { missed: () => void heard.push(`${channel} missed`) } : {}) });
  const notify = (channel: string, payload: string) => database.query('select pg_notify($1, $2)', [channel, payload]);
  const lines = async () => (await database.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where application_name = 'hejie-listener' and datname = current_database()`)).rows[0]!.n;
  /** What was heard until this, which is notified last and so heard last. */
  const until = async (channel: string, when: string) => {
    await eventually(async () => {
      await notify(channel, `mark ${when}`);
      return heard.includes(`${channel} mark ${when}`);
    }, when);
    return heard.splice(0).filter((h) => !h.includes('mark'));
  };

  it('is one for all channels, and each hears its own', async () => {
    await Promise.all([hear('test_one'), hear('test_two')]);
    await hear('test_three', false);
    await notify('test_one', 'a');
    await notify('test_two', 'b');
    await notify('test_elsewhere', 'c');
    await notify('test_three', 'd');
    expect(await until('test_one', 'end')).toEqual(['test_one a', 'test_two b', 'test_three d']);
    expect(await lines()).toBe(1);
  });

  it('is not shared by two on one channel', async () => {
    await expect(hear('test_one')).rejects.toThrow('test_one');
  });

  it('goes on when one cannot make anything of what it hears', async () => {
    await listener.listen('test_bad', { heard: () => JSON.parse('{') as void });
    await notify('test_bad', 'x');
    expect(await until('test_one', 'after')).toEqual([]);
  });

  it('is taken up again with every channel when it was lost, each time, and says that something may have been missed', async () => {
    for (const time of ['first', 'second']) {
      await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hejie-listener' and datname = current_database()`);
      await notify('test_one', 'into the void');
      await eventually(async () => heard.includes('test_one missed') && heard.includes('test_two missed'), 'word of the loss');
      await notify('test_two', time);
      expect((await until('test_one', time)).filter((h) => !h.includes('void'))).toEqual(['test_one missed', 'test_two missed', `test_two ${time}`]);
      expect(await lines()).toBe(1);
    }
  });

  it('comes back however long the database could not be reached', async () => {
    network.down();
    await eventually(async () => (await lines()) === 0, 'the line is gone');
    await new Promise((r) => setTimeout(r, 1500)); // longer than a try takes
    network.up();
    expect(await until('test_two', 'there again')).toEqual(expect.arrayContaining(['test_one missed', 'test_two missed']));
  });

  it('notices that the line died without a word, though nothing is ever said on it', async () => {
    network.blackHole();
    network.up(); // for new lines; the old one hears nothing any more
    await eventually(async () => heard.includes('test_one missed'), 'word of the loss', 60_000);
    expect(await until('test_two', 'heard anew')).toContain('test_two missed');
    network.cut(); // the database's end of the dead line, too
    expect(await until('test_two', 'on a line of its own')).toContain('test_two missed');
  }, 90_000);

  it('ends with the process and does not come back', async () => {
    await listener.onApplicationShutdown();
    await eventually(async () => (await lines()) === 0, 'no line');
    await notify('test_one', 'nobody is there');
    expect(heard.filter((h) => !h.includes('mark'))).toEqual([]);
  });
});
