import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/config.js';
import type { Tx } from '../database/unit-of-work.js';
import { SocketHub } from './socket-hub.js';

const CHANNEL = 'hejie_account_news';
const RECONNECT_MS = 500;

/**
 * Rings at every device of an account when something of theirs has changed, whichever process knows
 * of it: PostgreSQL carries it to all at the commit, and never without one. It says what to ask for
 * afresh and carries nothing itself, so a ring that is lost costs only time: clients also ask now and then.
 */
@Injectable()
export class AccountNews implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('AccountNews');
  private listener: pg.Client | undefined;
  private ended: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly hub: SocketHub,
  ) {}

  /** @param event what the account's sockets hear, e.g. `notifications.changed` */
  async ring(tx: Tx, accountId: string, event: string): Promise<void> {
    await tx.query(`select pg_notify('${CHANNEL}', $1)`, [JSON.stringify({ accountId, event })]);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.hub.attached) return;
    await this.listen();
    void this.listenAgain();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.listener?.end().catch(() => undefined);
  }

  private async listenAgain(): Promise<void> {
    for (await this.ended; !this.stopped; ) {
      try {
        await this.listen();
        await this.ended;
      } catch (error) {
        this.log.warn({ msg: 'not listening', error: String(error) });
        await sleep(RECONNECT_MS);
      }
    }
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'hejie-account-news', connectionTimeoutMillis: 5000, keepAlive: true });
    this.ended = new Promise((resolve) => client.once('end', () => resolve()));
    client.on('error', () => undefined); // 'end' follows
    client.on('notification', ({ payload }) => {
      const { accountId, event } = JSON.parse(payload ?? '{}') as { accountId: string; event: string };
      this.hub.io.local.to(`account:${accountId}`).emit(event);
    });
    this.listener = client;
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  }
}
