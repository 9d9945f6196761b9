import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Listener } from '../database/listener.js';
import type { Tx } from '../database/unit-of-work.js';
import { SocketHub } from './socket-hub.js';

const CHANNEL = 'hejie_account_news';

/**
 * Rings at every device of an account when something of theirs has changed, whichever process knows
 * of it: PostgreSQL carries it to all at the commit, and never without one. It says what to ask for
 * afresh and carries nothing itself, so a ring that is lost costs only time: clients also ask now and then.
 */
@Injectable()
export class AccountNews implements OnApplicationBootstrap {
  constructor(
    private readonly listener: Listener,
    private readonly hub: SocketHub,
  ) {}

  /** @param event what the account's sockets hear, e.g. `notifications.changed` */
  async ring(tx: Tx, accountId: string, event: string): Promise<void> {
    await tx.query(`select pg_notify('${CHANNEL}', $1)`, [JSON.stringify({ accountId, event })]);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.hub.attached) return;
    await this.listener.listen(CHANNEL, {
      heard: (payload) => {
        const { accountId, event } = JSON.parse(payload) as { accountId: string; event: string };
        this.hub.io.local.to(`account:${accountId}`).emit(event);
      },
    });
  }
}
