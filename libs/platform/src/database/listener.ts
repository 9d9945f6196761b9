import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/config.js';

const RECONNECT_MS = 500;
/** How often the line is asked whether it is still there, and how long it may take to say so: one that died without a word is silent like one on which nothing happens. */
const BEAT_MS = 10_000;
const ANSWER_MS = 5000;

/** What to do with what is notified on a channel. */
export interface Listening {
  heard(payload: string): void;
  /** The line was lost and is there again: something may have been notified meanwhile. */
  missed?(): void;
}

/**
 * Hears what other processes notify at their commits (`pg_notify`), on one line for all channels of this process. Whenever it is
 * lost, however often and however long the database is away, it is taken up again with every channel.
 */
@Injectable()
export class Listener implements OnApplicationShutdown {
  private readonly log = new Logger('Listener');
  private readonly channels = new Map<string, Listening>();
  private line: Promise<pg.Client> | undefined;
  private stopped = false;

  constructor(private readonly config: Config) {}

  /**
   * Resolves when the channel is heard from now on, until the process ends.
   * @param channel an identifier of lower-case letters and `_`
   * @throws when the database is not there, or somebody listens on the channel already
   */
  async listen(channel: string, listening: Listening): Promise<void> {
    if (this.channels.has(channel)) throw new Error(`somebody listens on ${channel} already`);
    this.channels.set(channel, listening);
    // one statement after the other; a line that was opened since listens already, and twice is once
    this.line = (this.line ?? this.open()).then(async (line) => {
      await line.query(`listen ${channel}`);
      return line;
    });
    await this.line;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const line = await this.line?.catch(() => undefined);
    await line?.end().catch(() => undefined);
  }

  private async open(): Promise<pg.Client> {
    const line = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'hejie-listener', connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS, keepAlive: true });
    line.on('error', () => undefined); // 'end' follows
    line.on('notification', ({ channel, payload = '' }) => this.tell(channel, (listening) => listening.heard(payload)));
    try {
      await line.connect();
      for (const channel of this.channels.keys()) await line.query(`listen ${channel}`);
    } catch (error) {
      await line.end().catch(() => undefined);
      throw error;
    }
    const beat = setInterval(() => void line.query('select 1').catch(() => line.end().catch(() => undefined)), BEAT_MS).unref();
    line.once('end', () => {
      clearInterval(beat);
      void this.openAgain();
    });
    return line;
  }

  private async openAgain(): Promise<void> {
    while (!this.stopped) {
      try {
        await (this.line = this.open());
        for (const channel of this.channels.keys()) this.tell(channel, (listening) => listening.missed?.());
        return;
      } catch (error) {
        this.log.warn({ msg: 'not listening', error: String(error) });
        await sleep(RECONNECT_MS);
      }
    }
  }

  /** One that fails takes neither the others nor the process with it. */
  private tell(channel: string, what: (listening: Listening) => void): void {
    try {
      what(this.channels.get(channel)!);
    } catch (error) {
      this.log.warn({ msg: 'not understood', channel, error: String(error) });
    }
  }
}
