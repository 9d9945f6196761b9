import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyOf, createTestDatabase } from './database.js';
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

const STANDALONE = 'dist/apps/standalone/main.js';
const HERE = { HOST: '127.0.0.1', PORT: '0' };
/** Sealed fields of one database are opened by several products. */
const FIELD_KEY = randomBytes(32).toString('base64');

/**
 * Starts the built product: one `npm start` process, or 2 x api + 2 x worker on PostgreSQL and a Redis of its own, with a city whose desks are empty.
 * That is made once in a suite and copied: making it takes longer than starting. One process can be given another SEED.
 */
export function startProduct(mode: Mode, env: Record<string, string> = {}): Promise<Product> {
  return mode === 'embedded' ? startEmbedded(env) : startDistributed(env);
}

async function startEmbedded(env: Record<string, string>): Promise<Product> {
  const folder = await temporaryFolder();
  if (!env['SEED']) await promisify(execFile)('cp', ['-a', `${await cityFolder()}/.`, folder]);
  const host = new Host(STANDALONE, { ...HERE, SEED: 'city', ...env, DATA_DIR: folder, DATABASE_URL: '' });
  try {
    const [, url] = await host.printed(/ready at (http:\S+)/);
    return { urls: [url!], output: () => host.output, close: () => host.stop() };
  } catch (error) {
    await host.stop();
    throw error;
  }
}

let madeFolder: Promise<string> | undefined;
function cityFolder(): Promise<string> {
  return (madeFolder ??= (async () => {
    const folder = await temporaryFolder();
    const host = new Host(STANDALONE, { ...HERE, SEED: 'city', DATA_DIR: folder, DATABASE_URL: '' });
    try {
      await host.printed(/ready at/);
    } finally {
      await host.stop();
    }
    return folder;
  })());
}

async function startDistributed(env: Record<string, string>): Promise<Product> {
  const DATABASE_URL = await copyOf(await cityDatabase());
  const redis = await RedisServer.start();
  const shared = { ...HERE, ...env, DATABASE_URL, REDIS_URL: redis.url, DATA_DIR: await temporaryFolder(), FIELD_KEY, DEV_TOOLS: 'true' };
  const apis = [0, 1].map(() => new Host('dist/apps/api/main.js', shared));
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

let madeDatabase: Promise<string> | undefined;
function cityDatabase(): Promise<string> {
  return (madeDatabase ??= (async () => {
    const DATABASE_URL = await createTestDatabase();
    const seeding = new Host('dist/apps/standalone/demo/seed.js', { SEED: 'city', DATABASE_URL, DATA_DIR: await temporaryFolder(), FIELD_KEY });
    await seeding.printed(/in place/);
    await seeding.exited();
    return DATABASE_URL;
  })());
}

function temporaryFolder(): Promise<string> {
  return mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'p-'));
}
