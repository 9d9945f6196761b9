import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedDatabase, ensureDatabase } from '../../apps/standalone/embedded-database.js';
import { TcpProxy } from '../kit/tcp-proxy.js';

const PASSWORD = 'faults';

/** A PostgreSQL cluster of the scenario's own, with every commit on the disk, at an address that outlives it: its port changes with each start. */
export async function withClusterOfItsOwn<T>(work: (own: { cluster: EmbeddedDatabase; databaseUrl: string }) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'cluster-'));
  const cluster = new EmbeddedDatabase({ folder: join(folder, 'postgres'), password: PASSWORD, settings: ['max_connections=60'] });
  await cluster.start();
  await ensureDatabase(cluster.url('postgres'), 'hejie');
  const address = await TcpProxy.start(() => [Number(new URL(cluster.url('')).port)]);
  try {
    return await work({ cluster, databaseUrl: `postgres://postgres:${PASSWORD}@127.0.0.1:${new URL(address.url).port}/hejie` });
  } finally {
    await address.close();
    await cluster.stop();
  }
}

/** A PostgreSQL's first process and those it started, each of which is in a process group of its own. */
export function allOf(first: number): number[] {
  return [first, ...readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => parentOf(pid) === first)];
}

export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ESRCH') throw error; // it may have ended by itself
    }
  }
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined; // gone meanwhile
  }
}
