import { Injectable } from '@nestjs/common';
import { Config } from '@hejie/platform';
import pg from 'pg';

/** Longer than a commit takes; who holds a room's row for longer is gone around. */
const LOCK_MS = 300;

/** The append log's own connection to the database, made anew after it was lost. */
@Injectable()
export class LogConnection {
  private client: pg.Client | undefined;

  constructor(private readonly config: Config) {}

  /** Runs a prepared statement; rows come as arrays. */
  async run<R extends unknown[]>(statement: { name: string; text: string; values: unknown[] }): Promise<R[]> {
    const client = await this.connect();
    const { rows } = await client.query<R>({ ...statement, rowMode: 'array' });
    return rows;
  }

  /** Whether the error means that the connection is gone (and perhaps the answer with it); if so, the next statement connects anew. */
  async dropIfLost(error: unknown): Promise<boolean> {
    const { code } = error as { code?: string };
    // class 57: shut down or terminated; 08: connection exceptions; no SQLSTATE at all: the socket broke
    const lost = this.client === undefined || code === undefined || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('57') || code.startsWith('08');
    if (lost) await this.close();
    return lost;
  }

  async close(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'hejie-rooms',
      // array lengths differ each time, and planning anew costs more than it gains; but a plan that is made once, perhaps while the tables
      // are all but empty, must not go through all members of all rooms for each message
      options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off',
      connectionTimeoutMillis: 5000,
      statement_timeout: 10_000,
      lock_timeout: LOCK_MS,
      query_timeout: 15_000, // a line that went dead without a word counts as lost
      keepAlive: true,
    });
    client.on('error', () => void (this.client === client && this.close()));
    await client.connect();
    this.client = client;
    return client;
  }
}
