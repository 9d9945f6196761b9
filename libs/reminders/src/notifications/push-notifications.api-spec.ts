import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork, type Tx } from '@hejie/platform';
import { type Client, createStaff, eventually, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Socket } from 'socket.io-client';
import { NOTIFICATIONS_CHANGED } from '../contract/index.js';
import { Notifier } from './notifier.js';

describe('news of the inbox over the socket', () => {
  let a: TestApp;
  let b: TestApp; // a second process on the same database, without Redis between them
  let lawyer: Client;
  let mediator: Client;
  beforeAll(async () => {
    a = await startTestApp();
    b = await startTestApp({ env: { DATABASE_URL: a.config.databaseUrl, FIELD_KEY: a.config.fieldKey.toString('base64') } });
    lawyer = await createStaff(a, 'lawyer', '王律师');
    mediator = await createStaff(a, 'mediator', '陈调解');
  });
  afterAll(async () => {
    await b?.close();
    await a?.close();
  });

  const counting = (socket: Socket) => {
    const heard = { times: 0 };
    socket.on(NOTIFICATIONS_CHANGED, () => heard.times++);
    return heard;
  };
  const devices = async (client: Client) => (await Promise.all([client.socket(a.url), client.socket(b.url)])).map(counting);
  const notify = (tx: Tx, key: string) => a.app.get(Notifier).notify(tx, { accountId: lawyer.accountId, key, kind: 'claim_answered', link: '/cases' });
  const run = (work: (tx: Tx) => Promise<void>) => a.app.get(UnitOfWork).run(work);
  const all = (heard: { times: number }[], times: number) => eventually(async () => heard.every((h) => h.times >= times), `each device hears ${times}`, 3000);

  it('reaches every device of its reader at the commit, and of nobody else', async () => {
    const [mine, theirs] = [await devices(lawyer), await devices(mediator)];
    await run((tx) => notify(tx, 'one'));
    await all(mine, 1);
    await run((tx) => notify(tx, 'one')); // told already
    await run(async (tx) => {
      await notify(tx, 'never');
      throw new Error('rolled back');
    }).catch(() => undefined);
    await run((tx) => notify(tx, 'two'));
    await all(mine, 2);
    expect([mine.map((h) => h.times), theirs.map((h) => h.times)]).toEqual([[2, 2], [0, 0]]);
  });

  it('reaches the other devices when one marks all as read', async () => {
    const mine = await devices(lawyer);
    const { items } = (await lawyer.get('/api/notifications')).body;
    expect((await lawyer.put('/api/notifications/read', { upTo: items[0].at })).body.unread).toBe(0);
    await all(mine, 1);
  });

  it('goes on after the database dropped the line', async () => {
    const mine = await devices(lawyer);
    await a.db.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hejie-listener' and datname = current_database()`);
    await eventually(async () => {
      await run((tx) => notify(tx, crypto.randomUUID()));
      return mine.every((h) => h.times > 0);
    }, 'both processes listen again');
  });
});
