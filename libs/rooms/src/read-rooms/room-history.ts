import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Message } from '../contract/index.js';

interface Row {
  seq: string;
  sender_id: string;
  client_id: string;
  kind: string;
  body: unknown;
  at: Date;
}

const COLUMNS = 'seq, sender_id, client_id, kind, body, at';

/** Pages of a room's log by `seq`. Callers have checked membership. */
@Injectable()
export class RoomHistory {
  constructor(private readonly dataSource: DataSource) {}

  /** The first `limit` messages after `seq`, in order. */
  async after(roomId: string, seq: number, limit: number): Promise<Message[]> {
    const rows = await this.dataSource.query<Row[]>(`select ${COLUMNS} from room_message where room_id = $1 and seq > $2 order by seq limit $3`, [roomId, seq, limit]);
    return rows.map(toMessage);
  }

  /** The last `limit` messages before `seq` (the newest of all without one), in order. */
  async before(roomId: string, seq: number | undefined, limit: number): Promise<Message[]> {
    const rows = await this.dataSource.query<Row[]>(
      `select ${COLUMNS} from room_message where room_id = $1 and seq < $2 order by seq desc limit $3`,
      [roomId, seq ?? Number.MAX_SAFE_INTEGER, limit],
    );
    return rows.reverse().map(toMessage);
  }

  async lastSeq(roomId: string): Promise<number> {
    const [row] = await this.dataSource.query<{ last_seq: string }[]>('select last_seq from room where id = $1', [roomId]);
    return Number(row?.last_seq ?? 0);
  }
}

function toMessage(r: Row): Message {
  return { seq: Number(r.seq), senderId: r.sender_id, clientId: r.client_id, kind: r.kind, body: r.body, at: r.at.toISOString() } as Message;
}
