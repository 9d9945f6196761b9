import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { injuryFacts } from '@hejie/cases/testing';
import { Client, createTestDatabase, freePort, Host, signInByPhone } from '@hejie/test-kit';
import pg from 'pg';

const PROGRAM = 'dist/apps/standalone/main.js';
const IS_RUNNING = /^Hejie cannot start: another Hejie is running on the data folder \S+ \(process \d+\); stop it first, or set DATA_DIR to another$/;
const running: Host[] = [];

async function start(env: Record<string, string>): Promise<Host> {
  const host = new Host(PROGRAM, { HOST: '127.0.0.1', SEED: 'none', ...env });
  running.push(host);
  return host;
}
/** The process of the folder's PostgreSQL, as it wrote it down. */
const databaseOf = async (dataDir: string) => Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
/** Whether a process is there. One that ended and that nobody has asked for yet is not. */
const lives = (pid: number) => existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
const folder = () => mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'start-'));

describe('npm start', () => {
  afterEach(async () => {
    await Promise.all(running.splice(0).map((h) => h.stop()));
  });

  it('starts on an empty folder, stops cleanly on Ctrl-C, starts again and keeps the data', async () => {
    const DATA_DIR = await folder();
    const first = await start({ DATA_DIR, PORT: '0', SEED: 'city' });
    expect((await first.printed(/with password[^]*Stop with/))[0]).toContain('staff-code');
    expect(first.output).not.toContain('a worker of the demo city'); // whose case comes with SEED=demo
    const worker = await signInByPhone((await first.printed(/ready at (\S+)/))[1]!, '13800138000', '姜小明');
    const filed = await worker.post('/api/cases/quick', { requestId: randomUUID(), claimant: { name: '姜小明' }, facts: injuryFacts() });
    expect(filed.status).toBe(201);
    const { body: kept } = await worker.get(`/api/cases/${filed.body.caseId}`);
    const database = await databaseOf(DATA_DIR);
    await first.stop('SIGINT');
    expect(await first.exited()).toBe(0);
    expect(lives(database)).toBe(false);
    expect((await readdir(DATA_DIR)).filter((f) => /lock|\.new$|being-made/.test(f))).toEqual([]);

    const second = await start({ DATA_DIR, PORT: '0', SEED: 'city' });
    const [, url] = await second.printed(/ready at (\S+)/);
    expect(second.output).not.toMatch(/migrations applied|making the demo city/);
    const again = Object.assign(new Client(url!), { cookie: worker.cookie });
    expect((await again.get(`/api/cases/${filed.body.caseId}`)).body).toEqual(kept);
    expect((await again.get('/api/auth/me')).body).toMatchObject({ accountId: worker.accountId, name: '姜小明' });
  }, 300_000);

  it('prints no account that is not there: an installation without a demo, its union founded by the command and kept', async () => {
    const DATA_DIR = await folder();
    const empty = await start({ DATA_DIR, PORT: '0', PUBLIC_URL: 'https://hejie.example', SEED: '' });
    await empty.printed(/Stop with Ctrl-C/);
    expect(empty.output).toContain('PUBLIC_URL is set, so this is no demo: no demo city is made, and no SMS code can be read here (SMS_GATEWAY_URL sends them).');
    expect(empty.output).toContain('It is empty: `npm run found-union` makes its union');
    expect(empty.output).not.toMatch(/staff-code|13800138000|dev\/messages|hejie-demo/);
    const union = join(DATA_DIR, 'union.json');
    await writeFile(union, JSON.stringify({ union: '青山市总工会', administrator: { name: '周主任', username: 'zhou' } }));
    const found = async () => {
      const command = new Host(process.execPath, { DATA_DIR, PUBLIC_URL: 'https://hejie.example', DATABASE_URL: '' }, ['dist/apps/standalone/found-union.js', union]);
      return [await command.exited(), command.output.trim()];
    };
    expect(await found()).toEqual([1, expect.stringMatching(/^found-union: another Hejie is running on the data folder/)]);
    await empty.stop();
    expect(await found()).toEqual([0, expect.stringMatching(/https:\/\/hejie\.example\/desk\/set-up#[\w-]{43}\n/)]);

    const own = await start({ DATA_DIR, PORT: '0' });
    const [, url] = await own.printed(/ready at (\S+)/);
    await own.printed(/Stop with Ctrl-C/);
    expect(own.output).toContain('13800138000');
    expect(own.output).not.toMatch(/staff-code|hejie-demo|It is empty|a worker of the demo city/);
    await signInByPhone(url!, /e\.g\. (\d{11})/.exec(own.output)![1]!);
  }, 300_000);

  it('shows no SMS and makes no city in a database of somebody\'s own', async () => {
    const DATABASE_URL = await createTestDatabase();
    const host = await start({ DATA_DIR: await folder(), PORT: '0', DATABASE_URL, SEED: '' });
    const [, url] = await host.printed(/ready at (\S+)/);
    await host.printed(/Stop with Ctrl-C/);
    expect(host.output).toContain('DATABASE_URL is set, so this is no demo');
    expect((await fetch(`${url}/api/dev/messages`)).status).toBe(404);
    const db = new pg.Client({ connectionString: DATABASE_URL });
    await db.connect();
    const { rows } = await db.query('select (select count(*)::int from organisation) as organisations, (select count(*)::int from account) as accounts');
    await db.end();
    expect(rows).toEqual([{ organisations: 0, accounts: 0 }]);
  }, 300_000);

  it('says what contradicts itself, and starts nothing', async () => {
    const DATA_DIR = await folder();
    const host = await start({ DATA_DIR, PORT: '0', PUBLIC_URL: 'https://hejie.example', DEV_TOOLS: 'true' });
    expect(await host.exited()).toBe(1);
    expect(host.output.trim()).toBe('Hejie cannot start: DEV_TOOLS=true shows every SMS code to whoever opens /dev/messages and PUBLIC_URL lets others in; leave one of them out');
    expect(await readdir(DATA_DIR)).toEqual(['secrets.json']);
  }, 300_000);

  it('refuses a second start on the same data folder in one sentence, and the first goes on', async () => {
    const DATA_DIR = await folder();
    const first = await start({ DATA_DIR, PORT: '0' });
    const [, url] = await first.printed(/ready at (\S+)/);
    const second = await start({ DATA_DIR, PORT: '0' });
    expect(await second.exited()).toBe(1);
    expect(second.output.trim()).toMatch(IS_RUNNING);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  }, 300_000);

  it.each(['an empty folder', 'a folder whose Hejie was killed'])('lets exactly one of three start at the same moment on %s, and it goes on', async (which) => {
    const DATA_DIR = await folder();
    if (which !== 'an empty folder') {
      const killed = await start({ DATA_DIR, PORT: '0' });
      await killed.printed(/ready at/);
      await killed.stop('SIGKILL');
    }
    const hosts = await Promise.all([0, 1, 2].map(() => start({ DATA_DIR, PORT: '0' })));
    const refused: [number | null, string][] = [];
    const ready = await Promise.all(hosts.map(async (host) => {
      const [said] = await host.printed(/ready at \S+|cannot start/);
      if (said !== 'cannot start') return [host];
      refused.push([await host.exited(), host.output.trim()]);
      return [];
    }));
    expect(ready.flat()).toHaveLength(1);
    expect(refused).toEqual([1, 2].map(() => [1, expect.stringMatching(IS_RUNNING)]));
    const [, url] = await ready.flat()[0]!.printed(/ready at (\S+)/);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  }, 300_000);

  it('leaves a folder as it was that holds something else than a database', async () => {
    const DATA_DIR = await folder();
    const postgres = join(DATA_DIR, 'postgres');
    await mkdir(join(postgres, 'base'), { recursive: true });
    await writeFile(join(postgres, 'base', '16384'), 'half of a backup');
    const host = await start({ DATA_DIR, PORT: '0' });
    expect(await host.exited()).toBe(1);
    expect(host.output.trim()).toMatch(/Hejie cannot start: the folder \S+ holds something that is no database; nothing in it was changed\. Put back all of a backup, or move it away$/);
    expect(await readFile(join(postgres, 'base', '16384'), 'utf8')).toBe('half of a backup');
    expect([(await readdir(DATA_DIR)).sort(), await readdir(postgres)]).toEqual([['postgres', 'secrets.json'], ['base']]);
  }, 300_000);

  it('starts again after it was killed without a chance to stop its database', async () => {
    const DATA_DIR = await folder();
    const first = await start({ DATA_DIR, PORT: '0' });
    await first.printed(/ready at/);
    const orphan = await databaseOf(DATA_DIR);
    await first.stop('SIGKILL');
    expect(lives(orphan)).toBe(true);
    const second = await start({ DATA_DIR, PORT: '0' });
    await second.printed(/ready at/);
    expect(lives(orphan)).toBe(false);
  }, 300_000);

  it('says that the port is taken', async () => {
    const taken = createServer();
    const port = await freePort();
    await new Promise<void>((r) => taken.listen(port, '127.0.0.1', r));
    try {
      const host = await start({ DATA_DIR: await folder(), PORT: String(port) });
      expect(await host.exited()).toBe(1);
      expect(host.output.trim()).toBe(`Hejie cannot start: port ${port} is taken; set PORT to another`);
    } finally {
      taken.close();
    }
  });

  it('says that the data folder cannot be written', async () => {
    const file = join(await folder(), 'a-file');
    await writeFile(file, '');
    for (const DATA_DIR of [join(file, 'below'), '/proc/hejie/data']) {
      const host = await start({ DATA_DIR, PORT: '0' });
      expect(await host.exited()).toBe(1);
      expect(host.output.trim()).toMatch(/^Hejie cannot start: the data folder \S+ cannot be written \(\w+\); set DATA_DIR to another$/);
    }
  });

  it('says that SEED is a word it does not know', async () => {
    const host = await start({ DATA_DIR: await folder(), PORT: '0', SEED: 'village' });
    expect(await host.exited()).toBe(1);
    expect(host.output.trim()).toMatch(/Hejie cannot start: SEED: village is not one of demo, city, none$/);
  });

  it.each([
    ['nonsense', /Hejie cannot start: DATABASE_URL: /],
    ['postgres://nobody:wrong@127.0.0.1:1/none', /Hejie cannot start: the database refuses connections; check DATABASE_URL/],
  ])('says that DATABASE_URL %s is broken', async (DATABASE_URL, sentence) => {
    const host = await start({ DATA_DIR: await folder(), PORT: '0', DATABASE_URL });
    expect(await host.exited()).toBe(1);
    expect(host.output.trim()).toMatch(sentence);
  });
});
