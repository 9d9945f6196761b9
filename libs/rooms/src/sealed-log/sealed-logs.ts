import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { notFound, type Tx } from '@hejie/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { bodySha256, lineSha256, nextLink, type Message, type SealedLine } from '../contract/index.js';
import { RoomReader } from '../room/room-reader.js';
import { Room } from '../room/room.entity.js';

const PAGE = 2000;

interface Row {
  seq: string;
  sender_id: string;
  client_id: string;
  kind: string;
  body: unknown;
  body_sha256: string | null;
  at: Date;
}

/** sha-256 of a text, as hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Logs closed for good: every line up to the seal hangs on the one before it by its hash, so that
 * whoever holds the last hash (the head) can tell whether any line was changed, added or left out.
 * The database refuses to change a sealed line.
 */
@Injectable()
export class SealedLogs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: RoomReader,
  ) {}

  /**
   * Seals what the room holds now; a sealed room keeps the seal it has.
   * @param start what the chain begins with: a hash of what the log belongs to
   * @returns the head
   */
  async seal(tx: Tx, roomId: string, start: string): Promise<string> {
    const room = await tx.findOneOrFail(Room, { where: { id: roomId }, lock: { mode: 'pessimistic_write' } });
    if (room.sealedHead) return room.sealedHead;
    let head = start;
    for await (const row of lines(tx, roomId, Number(room.lastSeq))) head = nextLink(head, hashOf(row), sha256);
    await tx.update(Room, { id: roomId }, { sealedSeq: room.lastSeq, sealedHead: head });
    return head;
  }

  /**
   * The sealed lines of a room as an account may have them: what it may read in full, the rest as hashes; so also
   * a withdrawn line whose chain still hangs on the words' hash, which could be guessed.
   * @param start what the chain was begun with @throws NOT_FOUND for a room without a seal
   */
  async read(accountId: string, roomId: string, start: string): Promise<{ head: string; lines: SealedLine[] }> {
    const room = await this.dataSource.getRepository(Room).findOneBy({ id: roomId });
    if (!room?.sealedHead) throw notFound();
    const readable = await this.readable(accountId, roomId, Number(room.sealedSeq));
    const sealed: SealedLine[] = [];
    let link = start;
    for await (const row of lines(this.dataSource.manager, roomId, Number(room.sealedSeq))) {
      link = nextLink(link, hashOf(row), sha256);
      const seq = Number(row.seq);
      const message = readable.get(seq);
      sealed.push(message && !row.body_sha256 ? shown(message, link) : { seq, sha256: hashOf(row), link });
    }
    return { head: room.sealedHead, lines: sealed };
  }

  /** The head of a sealed room; null before. */
  async head(roomId: string): Promise<string | null> {
    return (await this.dataSource.getRepository(Room).findOneBy({ id: roomId }))?.sealedHead ?? null;
  }

  private async readable(accountId: string, roomId: string, lastSeq: number): Promise<Map<number, Message>> {
    const found = new Map<number, Message>();
    for (let after = 0; after < lastSeq; ) {
      const page = await this.reader.after(accountId, roomId, after, PAGE);
      if (page.length === 0) break; // pages are bounded in bytes: only an empty one is the end
      for (const m of page) found.set(m.seq, m);
      after = page.at(-1)!.seq;
    }
    return found;
  }
}

async function* lines(db: EntityManager, roomId: string, lastSeq: number): AsyncGenerator<Row> {
  for (let after = 0; after < lastSeq; after += PAGE) {
    yield* await db.query<Row[]>(
      'select seq, sender_id, client_id, kind, body, body_sha256, at from room_message where room_id = $1 and seq > $2 and seq <= $3 order by seq',
      [roomId, after, Math.min(after + PAGE, lastSeq)],
    );
  }
}

function hashOf(r: Row): string {
  const body = r.body_sha256 ?? bodySha256(r.body, sha256);
  return lineSha256({ seq: Number(r.seq), sender: r.sender_id, client: r.client_id, kind: r.kind, bodySha256: body, at: r.at.toISOString() }, sha256);
}

function shown({ seq, senderId: sender, clientId: client, at, kind, body }: Message, link: string): SealedLine {
  const place = { seq, sender, client, at, link };
  if (kind === 'withdrawn') return { ...place, kind, bodySha256: bodySha256(body, sha256) };
  return { ...place, kind, body: body as Extract<SealedLine, { body: unknown }>['body'] };
}
