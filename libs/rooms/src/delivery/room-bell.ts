import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config, SocketHub } from '@hejie/platform';
import pg from 'pg';
import { Presence } from '../presence/presence.js';
import { RoomReader } from '../room/room-reader.js';
import { ROOMS_CHANNEL, type Ring } from './rings.js';
import { RoomChannel } from './room-channel.js';
import { RoomKeeper } from './room-keeper.js';

const RECONNECT_MS = 500;

/**
 * Tells every api process of what other contexts did to a room inside their transactions: a system
 * line was said, somebody was removed; and of who is present. PostgreSQL delivers it at their commit and never before. What
 * is rung while a process does not listen is made up by the keeper as soon as it listens again.
 */
@Injectable()
export class RoomBell implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('RoomBell');
  private listener: pg.Client | undefined;
  private ended: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly hub: SocketHub,
    private readonly channel: RoomChannel,
    private readonly keeper: RoomKeeper,
    private readonly presence: Presence,
    private readonly reader: RoomReader,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.hub.attached) return;
    await this.listen();
    void this.listenAgain();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.listener?.end().catch(() => undefined);
  }

  /** Whenever the connection ends, however often and however long the database is away. */
  private async listenAgain(): Promise<void> {
    for (await this.ended; !this.stopped; ) {
      try {
        await this.listen();
        await this.keeper.check();
        await this.ended;
      } catch (error) {
        this.log.warn({ msg: 'not listening', error: String(error) });
        await sleep(RECONNECT_MS);
      }
    }
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'hejie-bell', connectionTimeoutMillis: 5000, keepAlive: true });
    this.ended = new Promise((resolve) => client.once('end', () => resolve()));
    client.on('error', () => undefined); // 'end' follows
    client.on('notification', ({ payload }) => {
      this.answer(JSON.parse(payload ?? '{}') as Ring).catch((error: unknown) => this.log.warn({ msg: 'bell', error: String(error) }));
    });
    this.listener = client;
    await client.connect();
    await client.query(`listen ${ROOMS_CHANNEL}`);
  }

  /** A ring may come late: whoever is back in the room by then stays. */
  private async putOut(accountId: string, roomId: string): Promise<void> {
    if (!(await this.reader.door(accountId, roomId))) this.channel.putOut(accountId, roomId);
  }

  /** Each process serves its own sockets. */
  private async answer(ring: Ring): Promise<void> {
    if ('said' in ring) await this.channel.tellHere(ring.said, ring.seq);
    else if ('removed' in ring) await this.putOut(ring.accountId, ring.removed);
    else await this.presence.tell(ring.present);
  }
}
