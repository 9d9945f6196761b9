import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, TcpProxy } from '@hejie/test-kit';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { isDatabaseAway } from './database-away.js';

describe('the connection to the database', () => {
  let network: TcpProxy;
  let dataSource: DataSource;
  beforeAll(async () => {
    const url = new URL(await createTestDatabase());
    const port = Number(url.port);
    network = await TcpProxy.start(() => [port]);
    url.port = new URL(network.url).port;
    dataSource = await createDataSource(url.href, 2, [], 1000).initialize();
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await network?.close();
  });

  const ask = () => dataSource.query<{ one: number }[]>('select 1 as one').then(([row]) => row!.one, (error: unknown) => (isDatabaseAway(error) ? 'away' : error));

  it('gives up lines that went dead without a word, says that the database is away, and goes on when it is back', async () => {
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]); // two lines are open
    network.blackHole();
    const whileDark = [ask(), ask()];
    expect(await Promise.all(whileDark)).toEqual(['away', 'away']);
    network.up();
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  });

  it('lets the database end a transaction that is left standing', async () => {
    expect(await dataSource.query(`select current_setting('idle_in_transaction_session_timeout') as idle`)).toEqual([{ idle: '30s' }]);
  });

  it('keeps a line on which a statement takes less than that', async () => {
    expect(await dataSource.query('select pg_sleep(0.3), 1 as one')).toMatchObject([{ one: 1 }]);
  });
});
