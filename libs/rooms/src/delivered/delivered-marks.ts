import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { notFound, OnSocket, SocketHub, type Actor, type ActorSocket } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { delivered, ROOM_DELIVERED } from '../contract/index.js';

/** Marks are gathered this long: a busy room costs one write a second, not one a message and member. */
const GATHER_MS = 1000;

interface Mark {
  readonly roomId: string;
  readonly accountId: string;
  seq: number;
}

/**
 * How far a room has reached everybody. It says that a message arrived on a device of each member,
 * never who has read it: the other side's reading is nobody's business.
 */
@Injectable()
export class DeliveredMarks implements OnApplicationShutdown {
  private readonly log = new Logger('DeliveredMarks');
  private gathered = new Map<string, Mark>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly hub: SocketHub,
    private readonly dataSource: DataSource,
  ) {}

  /** Only sockets that joined the room say it; others get NOT_FOUND. */
  @OnSocket(delivered)
  async note({ accountId }: Actor, { roomId, seq }: z.infer<typeof delivered.payload>, socket: ActorSocket) {
    if (!socket.rooms.has(`room:${roomId}`)) throw notFound();
    const key = `${roomId}${accountId}`;
    const mark = this.gathered.get(key) ?? { roomId, accountId, seq };
    mark.seq = Math.max(mark.seq, seq);
    this.gathered.set(key, mark);
    this.timer ??= setTimeout(() => void this.flush(), GATHER_MS);
    return {};
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.flush();
  }

  /** Marks lost with a failing database come again with the client's next message or join. */
  private async flush(): Promise<void> {
    this.timer = undefined;
    const marks = [...this.gathered.values()];
    this.gathered = new Map();
    if (marks.length === 0) return;
    try {
      await this.dataSource.query(
        `update room_member m set delivered_seq = least(t.seq, r.last_seq)
         from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as t (room_id, account_id, seq) join room r on r.id = t.room_id
         where m.room_id = t.room_id and m.account_id = t.account_id and m.delivered_seq < t.seq`,
        [marks.map((m) => m.roomId), marks.map((m) => m.accountId), marks.map((m) => m.seq)],
      );
      // asked once that is committed: of two processes that mark at once, the later one sees both. Who joins anew is told, too
      const rows = await this.dataSource.query<{ room_id: string; reached: string }[]>(
        'select room_id, min(delivered_seq) as reached from room_member where room_id = any($1::uuid[]) and removed_at is null group by room_id',
        [[...new Set(marks.map((m) => m.roomId))]],
      );
      for (const { room_id: roomId, reached } of rows) this.hub.tellRoom(`room:${roomId}`, ROOM_DELIVERED, { roomId, seq: Number(reached) });
    } catch (error) {
      this.log.warn({ msg: 'delivered marks not kept', error: String(error) });
    }
  }
}
