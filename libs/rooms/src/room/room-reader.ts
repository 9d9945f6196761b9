import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PAGE_BYTES, type Message, type Readable } from '../contract/index.js';
import type { RoomFile } from '../files/room-file.entity.js';

/** The newest `seq` and what of the log the member may read. */
export interface Door {
  readonly lastSeq: number;
  readonly readable: Readable;
}

interface MessageRow {
  seq: string;
  sender_id: string;
  client_id: string;
  kind: string;
  body: unknown;
  at: Date;
}

type FileRow = Pick<RoomFile, 'id' | 'name' | 'bytes' | 'sha256'> & { media_type: string; uploaded_by: string };

const MESSAGE = 'seq, sender_id, client_id, kind, body, at';

/**
 * What somebody reads of a room. Every query goes through database functions that see only what the
 * account may (row-level security, see the migration): whoever is not a member finds nothing here,
 * whatever the callers have checked.
 */
@Injectable()
export class RoomReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for whoever is not a member, and for a room that does not exist. */
  async door(accountId: string, roomId: string): Promise<Door | null> {
    const [row] = await this.dataSource.query<{ last_seq: string; readable: string }[]>('select last_seq, readable::text from room_door($1, $2)', [accountId, roomId]);
    return row ? { lastSeq: Number(row.last_seq), readable: parseRanges(row.readable) } : null;
  }

  /** The first readable messages after `seq`, in order. @param bytes what they take at most, so that a slow line takes them in before its reader gives up: fewer than `limit`, at least one */
  async after(accountId: string, roomId: string, seq: number, limit: number, bytes: number = PAGE_BYTES.least): Promise<Message[]> {
    const rows = await this.dataSource.query<MessageRow[]>(`select ${MESSAGE} from room_catch_up($1, $2, $3, $4, $5)`, [accountId, roomId, seq, limit, bytes]);
    return rows.map(toMessage);
  }

  /** The last readable messages before `seq` (the newest of all without one), in order. */
  async before(accountId: string, roomId: string, seq: number | undefined, limit: number): Promise<Message[]> {
    const rows = await this.dataSource.query<MessageRow[]>(`select ${MESSAGE} from room_back($1, $2, $3, $4, $5)`, [accountId, roomId, seq ?? Number.MAX_SAFE_INTEGER, limit, PAGE_BYTES.least]);
    return rows.reverse().map(toMessage);
  }

  /** Messages that contain `text`, letter case aside: more occurrences first, then newer. */
  async search(accountId: string, roomId: string, text: string, limit: number): Promise<Message[]> {
    const rows = await this.dataSource.query<MessageRow[]>(`select ${MESSAGE} from room_search($1, $2, $3, $4)`, [accountId, roomId, text, limit]);
    return rows.map(toMessage);
  }

  /** The `seq` of the first message at or after a moment; one beyond the last when there is none. */
  async seqAt(accountId: string, roomId: string, at: Date): Promise<number> {
    const [row] = await this.dataSource.query<{ seq: string | null }[]>('select room_seq_at($1, $2, $3) as seq', [accountId, roomId, at]);
    return Number(row?.seq ?? 1);
  }

  /**
   * Of the lines asked for, the words that the reader may read and that were kept from none of the others who were ever in the room, in order. For a
   * record that all of them get. Who never was in the room (a party that stayed away, somebody's successor) has nothing kept from them here: it is the record that tells them.
   */
  async heardByAll(accountId: string, roomId: string, others: readonly string[], seqs: readonly number[]): Promise<{ seq: number; senderId: string; at: string; text: string }[]> {
    const rows = await this.dataSource.query<(MessageRow & { body: { text: string } })[]>(`select ${MESSAGE} from room_heard($1, $2, $3, $4)`, [accountId, roomId, others, seqs]);
    return rows.map((r) => ({ seq: Number(r.seq), senderId: r.sender_id, at: r.at.toISOString(), text: r.body.text }));
  }

  /** A file that somebody has brought here themselves, or that a message they may read shows. */
  async file(accountId: string, roomId: string, fileId: string): Promise<Pick<RoomFile, 'name' | 'mediaType' | 'bytes' | 'sha256' | 'uploadedBy'> | null> {
    const [row] = await this.dataSource.query<FileRow[]>('select * from room_file_for($1, $2, $3)', [accountId, roomId, fileId]);
    return row ? { name: row.name, mediaType: row.media_type, bytes: row.bytes, sha256: row.sha256, uploadedBy: row.uploaded_by } : null;
  }
}

export function toMessage(r: MessageRow): Message {
  return { seq: Number(r.seq), senderId: r.sender_id, clientId: r.client_id, kind: r.kind, body: r.body, at: r.at.toISOString() } as Message;
}

/** `{[1,11),[20,)}` -> [[1, 10], [20, null]]: the canonical form that PostgreSQL writes for whole numbers. */
export function parseRanges(text: string): Readable {
  return [...text.matchAll(/\[(\d+),(\d*)\)/g)].map(([, from, to]) => [Number(from), to ? Number(to) - 1 : null]);
}
