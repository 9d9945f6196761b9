import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SocketHub } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { AppendLog, type Committed } from '../append-log/append-log.js';
import { toMessage } from '../room/room-reader.js';
import type { Said } from './rings.js';
import { RoomChannel } from './room-channel.js';

/** From one api process to the others: what one commit brought, in one message. */
const COMMITTED = 'rooms.commit';

/**
 * Brings committed messages to the room's sockets: of this process at once, of the others through
 * Redis. Whatever Redis loses or holds back, members catch up by number.
 *
 * Nobody hears what was said after they were put out. A removal raises the room's `membership`, and
 * messages carry the one they were stored under: when it is not the one this process has looked at,
 * it asks the database who is in before it tells anybody.
 */
@Injectable()
export class RoomDelivery implements OnModuleInit {
  private readonly log = new Logger('RoomDelivery');
  /** Room -> the `membership` that its sockets here were last held against. */
  private readonly obeyed = new Map<string, number>();
  /** Room -> deliveries that wait for such a look; those after them keep the order. */
  private readonly waiting = new Map<string, Promise<void>>();

  constructor(
    private readonly appendLog: AppendLog,
    private readonly hub: SocketHub,
    private readonly channel: RoomChannel,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    if (!this.hub.attached) return;
    this.appendLog.deliverTo((committed) => {
      this.tellHere(committed);
      this.hub.tellProcesses(COMMITTED, committed);
    });
    this.hub.onProcesses(COMMITTED, (committed) => this.tellHere(committed as readonly Committed[]));
    this.hub.io.of('/').adapter.on('delete-room', (name: string) => this.obeyed.delete(name.slice('room:'.length)));
  }

  /** A socket came into the room, perhaps of somebody who does not read all of it: they are looked at before the next message. */
  lookAgain(roomId: string): void {
    this.obeyed.delete(roomId);
  }

  /** A line said in somebody else's transaction, which may have put somebody out as well: read here and told as every message is. */
  async tellSaid({ said: roomId, seq, membership }: Said): Promise<void> {
    if (!this.channel.hasSockets(roomId)) return;
    const rows = await this.dataSource.query<Parameters<typeof toMessage>[0][]>('select * from room_message where room_id = $1 and seq = $2', [roomId, seq]);
    if (rows.length > 0) this.tellRoom({ roomId, membership, messages: rows.map(toMessage) });
  }

  private tellHere(committed: readonly Committed[]): void {
    for (const each of committed) this.tellRoom(each);
  }

  private tellRoom({ roomId, membership, messages }: Committed): void {
    if (!this.channel.hasSockets(roomId)) return;
    const before = this.waiting.get(roomId);
    if (!before && (this.obeyed.get(roomId) ?? -1) >= membership) return this.channel.tell(roomId, messages);
    const told = (before ?? Promise.resolve())
      .then(() => this.look(roomId, membership))
      .then(() => this.channel.tell(roomId, messages))
      .catch((error: unknown) => this.log.warn({ msg: 'not delivered', roomId, error: String(error) })) // the keeper tells how far the room goes
      .finally(() => this.waiting.get(roomId) === told && this.waiting.delete(roomId));
    this.waiting.set(roomId, told);
  }

  private async look(roomId: string, membership: number): Promise<void> {
    if ((this.obeyed.get(roomId) ?? -1) >= membership) return;
    this.obeyed.set(roomId, membership); // before asking: who comes in meanwhile has it forgotten
    try {
      const members = await this.dataSource.query<{ account_id: string; since: number }[]>(
        `select account_id, (select max(lower(r)) from unnest(readable) r)::int as since from room_member where room_id = $1 and removed_at is null`,
        [roomId],
      );
      const out = this.channel.hold(roomId, new Map(members.map((m) => [m.account_id, m.since])));
      for (const accountId of out) void this.putOut(accountId, roomId);
    } catch (error) {
      this.obeyed.delete(roomId);
      throw error;
    }
  }

  /** Who is let in again by then hears on: what was kept from them meanwhile they ask for, told how far the room goes. */
  private async putOut(accountId: string, roomId: string): Promise<void> {
    const gone = await this.channel.putOut(accountId, roomId).catch((error: unknown) => this.log.warn({ msg: 'not put out', roomId, error: String(error) }));
    if (gone) return;
    this.lookAgain(roomId);
    this.channel.tellHeadTo(accountId, roomId);
  }
}
