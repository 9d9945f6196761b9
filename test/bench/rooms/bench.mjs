// What the parts share: one PostgreSQL, the servers, people to talk, the driver.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabase, ensureDatabase, STANDALONE_SETTINGS } from '../../../dist/apps/standalone/embedded-database.js';
import { Config, Vault } from '../../../libs/platform/dist/index.js';
import { Processes, run } from '../processes.mjs';
import { execute, populate } from './people.mjs';

export const ROOMS = 50;

export class Bench {
  processes = new Processes();
  #folder = mkdtempSync(join(tmpdir(), 'hejie-rooms-'));
  #database = new EmbeddedDatabase({ folder: join(this.#folder, 'postgres'), password: 'bench', settings: STANDALONE_SETTINGS });
  #env = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: join(this.#folder, 'data'), FIELD_KEY: randomBytes(32).toString('base64'), SEED: 'none', LOG_LEVEL: 'warn', NODE_ENV: 'production' };

  constructor({ rounds, seconds, warmup, targets }) {
    Object.assign(this, { rounds, seconds, warmup, targets });
  }

  async start() {
    chmodSync(this.#folder, 0o755);
    await this.#database.start();
  }

  async stop() {
    await this.processes.stopAll();
    await this.#database.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A path of the run's own. */
  path(name) {
    return join(this.#folder, name);
  }

  /**
   * Hejie on a database of this name: the standalone, or api processes with Redis between them. `unsynced`: its commits do not wait for the disk.
   * @returns {Promise<{ server: 'hejie', name: string, url: string, ports: number[], pids: { server: number[], postgres: number }, children: ChildProcess[] }>} a side of a comparison
   */
  async hejie({ name = 'Hejie, stored', database = 'hejie', program = 'standalone', count = 1, redisUrl, env = {}, unsynced = false } = {}) {
    await ensureDatabase(this.#database.url('postgres'), database);
    const url = this.#database.url(database);
    if (unsynced) await execute(url, `alter database ${database} set synchronous_commit = off`);
    const started = [];
    for (let i = 0; i < count; i++) started.push(await this.processes.start(`dist/apps/${program}/main.js`, { ...this.#env, DATABASE_URL: url, ...(redisUrl ? { REDIS_URL: redisUrl } : {}), ...env }));
    return { server: 'hejie', name, url, ports: started.map((p) => p.port), pids: { server: started.map((p) => p.pid), postgres: this.#database.pid }, children: started.map((p) => p.child) };
  }

  /** Socket.IO that stores nothing. */
  async bare({ name = 'Socket.IO, stores nothing', count = 1, redisUrl } = {}) {
    const started = [];
    for (let i = 0; i < count; i++) started.push(await this.processes.start('test/bench/rooms/bare-socketio.mjs', redisUrl ? { REDIS_URL: redisUrl } : {}));
    return { server: 'bare', name, ports: started.map((p) => p.port), pids: { server: started.map((p) => p.pid) } };
  }

  /** Members of new rooms, four each, with what their handshake needs. */
  async people(side, rooms) {
    if (side.server === 'bare') return Array.from({ length: rooms * 4 }, (_, i) => ({ room: i >> 2, role: i & 3 }));
    const vault = new Vault(new Config({ ...this.#env, DATABASE_URL: side.url }));
    return (await populate(side.url, rooms)).map((m) => ({ ...m, auth: { csrfToken: vault.blindIndex('csrf', m.sessionId) } }));
  }

  /**
   * One run of the driver against a side. Between processes a message may be lost and is then caught up by number, which
   * the driver does not do: it is counted as `missing`. Within one process nothing may be missing.
   */
  async drive({ server, name, ports, pids }, job) {
    const result = await run('test/bench/rooms/driver.mjs', { server, ports, pids, seconds: this.seconds, warmup: this.warmup, ...job });
    if (result.doubled || (result.missing && ports.length === 1)) throw new Error(`${name}: ${result.missing} missing, ${result.doubled} doubled`);
    return result;
  }

  /** Every side in turn, the other way round in every other round. Answers each side's results, round by round. */
  async interleave(sides, once) {
    const results = new Map(sides.map((side) => [side, []]));
    for (let round = 0; round < this.rounds; round++) {
      for (const side of round % 2 ? sides.toReversed() : sides) results.get(side).push(await once(side));
    }
    return results;
  }
}
