import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from './database.js';

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

const READY_MS = 120_000;

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
  const redis = await startRedis();
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

/** A private redis-server on a unix socket, keeping nothing. */
export async function startRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  const path = join(await temporaryFolder(), 'redis.sock');
  const redis = new Host('redis-server', {}, ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no']);
  await redis.printed(/[Rr]eady to accept connections/);
  return { url: `unix://${path}`, stop: () => redis.stop() };
}

/** One child process with what it printed. */
export class Host {
  output = '';
  private readonly child: ChildProcess;

  constructor(
    private readonly program: string,
    env: Record<string, string>,
    args?: readonly string[],
  ) {
    const [command, all] = args ? [program, args] : [process.execPath, [resolve(program)]];
    const { NODE_OPTIONS: _jestOnly, ...inherited } = process.env;
    this.child = spawn(command, all, { env: { ...inherited, NODE_ENV: 'production', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.on('error', (error) => (this.output += String(error)));
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString('utf8')).slice(-200_000)));
    }
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Waits for a line; fails with everything printed when the process ends or takes too long. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(30)) {
      const match = pattern.exec(this.output);
      if (match) return match;
      if (this.ended) break;
    }
    throw new Error(`${this.program} did not print ${String(pattern)}:\n${this.output}`);
  }

  /** SIGTERM, then waits; a process that does not go is killed after 15 s. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.ended) return;
    const ended = new Promise((r) => this.child.once('exit', r));
    this.child.kill(signal);
    const killer = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(killer);
  }

  /** Waits for the process to end by itself and answers its exit code. */
  async exited(): Promise<number | null> {
    for (const deadline = Date.now() + READY_MS; !this.ended && Date.now() < deadline; ) await sleep(30);
    if (!this.ended) throw new Error(`${this.program} did not end:\n${this.output}`);
    return this.child.exitCode;
  }

  private get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
  }
}

function temporaryFolder(): Promise<string> {
  return mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'p-'));
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolvePort(port));
    });
  });
}
