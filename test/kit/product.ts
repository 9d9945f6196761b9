import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase } from './database.js';
import { Host } from './host.js';
import { RedisServer } from './redis-server.js';

/** The built product as an operator runs it: processes of their own, reached over HTTP and sockets only. */
export interface Product {
  /** Addresses of the api processes; people of a scenario are spread over them. */
  readonly urls: readonly string[];
  /** What the processes printed, for a failing test's message. */
  output(): string;
  close(): Promise<void>;
}

export type Mode = 'embedded' | 'distributed';
export const MODES: readonly Mode[] = ['embedded', 'distributed'];

/** Starts the built product with a city whose desks are empty: one `npm start` process, or 2 x api + 2 x worker on PostgreSQL and a Redis of its own. */
export function startProduct(mode: Mode, env: Record<string, string> = {}): Promise<Product> {
  return mode === 'embedded' ? startEmbedded(env) : startDistributed(env);
}

async function startEmbedded(env: Record<string, string>): Promise<Product> {
  const host = new Host('dist/apps/standalone/main.js', { SEED: 'city', ...env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: await temporaryFolder(), DATABASE_URL: '' });
  try {
    const [, url] = await host.printed(/ready at (http:\S+)/);
    return { urls: [url!], output: () => host.output, close: () => host.stop() };
  } catch (error) {
    await host.stop();
    throw error;
  }
}

async function startDistributed(env: Record<string, string>): Promise<Product> {
  const redis = await RedisServer.start();
  const shared = {
    SEED: 'city',
    ...env,
    HOST: '127.0.0.1',
    DATABASE_URL: await createTestDatabase(),
    REDIS_URL: redis.url,
    DATA_DIR: await temporaryFolder(),
    FIELD_KEY: randomBytes(32).toString('base64'),
    DEV_TOOLS: 'true',
  };
  const seeding = new Host('dist/apps/standalone/demo/seed.js', shared);
  await seeding.printed(/in place/);
  const apis = [0, 1].map(() => new Host('dist/apps/api/main.js', { ...shared, PORT: '0' }));
  const workers = [0, 1].map(() => new Host('dist/apps/worker/main.js', shared));
  const hosts = [...apis, ...workers];
  const close = async () => {
    await Promise.all(hosts.map((h) => h.stop()));
    await redis.stop();
  };
  try {
    const ports = await Promise.all(apis.map((a) => a.printed(/listening on port (\d+)/)));
    await Promise.all(workers.map((w) => w.printed(/taking jobs/)));
    return { urls: ports.map(([, port]) => `http://127.0.0.1:${port}`), output: () => hosts.map((h) => h.output).join('\n---\n'), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function temporaryFolder(): Promise<string> {
  return mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'p-'));
}
