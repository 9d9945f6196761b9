import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config, SocketHub, type Tx } from '@hejie/platform';
import pg from 'pg';
import { ROOM_MESSAGES, ROOM_REMOVED } from '../contract/index.js';
import { RoomHistory } from '../read-rooms/room-history.js';

const CHANNEL = 'hejie_rooms';
const RECONNECT_MS = 1000;

type Ring = { said: string; seq: number } | { removed: string; accountId: string };

/**
 * Tells every api process of what other contexts did to a room inside their transactions: a system
 * line was said, somebody was removed. PostgreSQL delivers it at their commit and never before.
 */
@Injectable()
export class RoomBell implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('RoomBell');
  private listener: pg.Client | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly hub: SocketHub,
    private readonly history: RoomHistory,
  ) {}

  async ring(tx: Tx, ring: Ring): Promise<void> {
    await tx.query(`select pg_notify('${CHANNEL}', $1)`, [JSON.stringify(ring)]);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.hub.attached) await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.listener?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'hejie-bell' });
    client.on('notification', ({ payload }) => {
      this.answer(JSON.parse(payload ?? '{}') as Ring).catch((error: unknown) => this.log.warn({ msg: 'bell', error: String(error) }));
    });
    client.on('error', () => {
      if (!this.stopped) setTimeout(() => void this.listen().catch(() => undefined), RECONNECT_MS).unref();
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.listener = client;
  }

  /** Each process serves its own sockets. */
  private async answer(ring: Ring): Promise<void> {
    if ('said' in ring) {
      const messages = await this.history.after(ring.said, ring.seq - 1, 1);
      if (messages.length) this.hub.io.local.to(`room:${ring.said}`).emit(ROOM_MESSAGES, { roomId: ring.said, messages });
      return;
    }
    const mine = this.hub.io.local.in(`account:${ring.accountId}`);
    mine.socketsLeave(`room:${ring.removed}`);
    mine.emit(ROOM_REMOVED, { roomId: ring.removed });
  }
}
