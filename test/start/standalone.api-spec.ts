import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort, Host } from '../kit/product.js';

const PROGRAM = 'dist/apps/standalone/main.js';
const running: Host[] = [];

async function start(env: Record<string, string>): Promise<Host> {
  const host = new Host(PROGRAM, { HOST: '127.0.0.1', SEED: 'none', ...env });
  running.push(host);
  return host;
}
const folder = () => mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'start-'));

describe('npm start', () => {
  afterEach(async () => {
    await Promise.all(running.splice(0).map((h) => h.stop()));
  });

  it('starts on an empty folder, stops cleanly on Ctrl-C, starts again and keeps the data', async () => {
    const DATA_DIR = await folder();
    const first = await start({ DATA_DIR, PORT: '0' });
    await first.printed(/ready at/);
    await first.stop('SIGINT');
    expect(await first.exited()).toBe(0);
    const second = await start({ DATA_DIR, PORT: '0' });
    const [, url] = await second.printed(/ready at (\S+)/);
    expect(second.output).not.toMatch(/migrations applied/);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  }, 60_000);

  it('refuses a second start on the same data folder in one sentence, and the first goes on', async () => {
    const DATA_DIR = await folder();
    const first = await start({ DATA_DIR, PORT: '0' });
    const [, url] = await first.printed(/ready at (\S+)/);
    const second = await start({ DATA_DIR, PORT: '0' });
    expect(await second.exited()).toBe(1);
    expect(second.output).toMatch(/Hejie cannot start: another Hejie is running on the data folder/);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  }, 60_000);

  it('starts again after it was killed without a chance to stop its database', async () => {
    const DATA_DIR = await folder();
    const first = await start({ DATA_DIR, PORT: '0' });
    await first.printed(/ready at/);
    await first.stop('SIGKILL');
    const second = await start({ DATA_DIR, PORT: '0' });
    await second.printed(/ready at/);
  }, 60_000);

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
    const host = await start({ DATA_DIR: join(file, 'below'), PORT: '0' });
    expect(await host.exited()).toBe(1);
    expect(host.output.trim()).toMatch(/^Hejie cannot start: the data folder \S+ cannot be written \(\w+\); set DATA_DIR to another$/);
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
