import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SocketHub } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { RoomChannel } from './room-channel.js';

/** A removal is obeyed on every process within 5 s even if nobody rang the bell. */
const CHECK_MS = 3000;

/**
 * Holds the sockets in rooms against the database: whoever is no longer a member is put out, and
 * rooms that went further than their sockets were told hear how far. Makes up for what a lost
 * notification, a lost answer of a commit, or another process without Redis left untold.
 */
@Injectable()
export class RoomKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('RoomKeeper');
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<void> | undefined;

  constructor(
    private readonly hub: SocketHub,
    private readonly channel: RoomChannel,
    private readonly dataSource: DataSource,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.hub.attached) return;
    this.timer = setInterval(() => void this.check().catch((error: unknown) => this.log.warn({ msg: 'rooms not checked', error: String(error) })), CHECK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.checking?.catch(() => undefined);
  }

  /** One check at a time; whoever asks meanwhile shares it. */
  check(): Promise<void> {
    return (this.checking ??= this.checkAll().finally(() => (this.checking = undefined)));
  }

  private async checkAll(): Promise<void> {
    const joined = [...this.channel.joined()].flatMap(([roomId, accounts]) => [...accounts].map((accountId) => ({ roomId, accountId })));
    if (joined.length === 0) return;
    const rows = await this.dataSource.query<{ room_id: string; account_id: string; last_seq: string; member: boolean }[]>(
      `select t.room_id, t.account_id, r.last_seq, m.account_id is not null as member
       from unnest($1::uuid[], $2::uuid[]) as t (room_id, account_id)
       left join room r on r.id = t.room_id
       left join room_member m on m.room_id = t.room_id and m.account_id = t.account_id and m.removed_at is null`,
      [joined.map((j) => j.roomId), joined.map((j) => j.accountId)],
    );
    for (const row of rows) if (row.member) this.channel.tellHead(row.room_id, Number(row.last_seq));
    // side by side: a membership that somebody holds keeps nobody else in, and no room's next check waits for it
    const out = rows.filter((row) => !row.member).map((row) => this.channel.putOut(row.account_id, row.room_id));
    for (const done of await Promise.allSettled(out)) if (done.status === 'rejected') this.log.warn({ msg: 'not put out', error: String(done.reason) });
  }
}
