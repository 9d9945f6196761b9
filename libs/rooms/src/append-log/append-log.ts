import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Config, notFound } from '@hejie/platform';
import pg from 'pg';
import type { Message, Sent } from '../contract/index.js';
import { refuse } from '../rooms.refusals.js';
import { APPEND } from './append-sql.js';

/** Most messages of one commit: bounds how long a commit takes, not how much is taken in. */
const MAX_BATCH = 500;
/** More than this waiting means the database is not keeping up; new messages are refused, none taken is lost. */
const MAX_WAITING = 20_000;
const RETRY_MS = [50, 100, 200, 400, 800];
/** Another process stored one of the messages first, or locked rooms the other way round: running the batch again settles it. */
const RUN_AGAIN = new Set(['23505', '40P01', '40001']);

export interface NewMessage {
  readonly roomId: string;
  readonly senderId: string;
  readonly clientId: string;
  readonly kind: Message['kind'];
  readonly body: Message['body'];
}

export type Stored = (roomId: string, messages: Message[]) => void;

interface Waiting {
  readonly message: NewMessage;
  readonly resolve: (sent: Sent) => void;
  readonly reject: (error: unknown) => void;
}

type Row = [seq: number | null, at: Date | null, isNew: boolean];

/**
 * Group commit: messages that come in while a commit is under way share the next one. There is no
 * waiting window; an idle log commits at once. One connection of its own writes, so commits of one
 * process have an order, and deliveries follow it.
 *
 * A batch whose outcome is unknown (connection lost) is run again: client ids make that harmless.
 * Nothing is acknowledged before its commit.
 */
@Injectable()
export class AppendLog implements OnApplicationShutdown {
  private readonly log = new Logger('AppendLog');
  private readonly waiting: Waiting[] = [];
  private client: pg.Client | undefined;
  private writing: Promise<void> | undefined;
  private stopped = false;
  private onStored: Stored = () => undefined;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Who delivers: called after each commit with the new messages of each room, in order. */
  deliverTo(onStored: Stored): void {
    this.onStored = onStored;
  }

  /** Resolves after the commit. @throws NOT_FOUND for somebody who is not a member, ROOM_UNAVAILABLE */
  append(message: NewMessage): Promise<Sent> {
    if (this.stopped || this.waiting.length >= MAX_WAITING) return Promise.reject(refuse('ROOM_UNAVAILABLE', { retryAfter: 1 }));
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve, reject });
      this.writing ??= this.drain().finally(() => (this.writing = undefined));
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.writing;
    await this.client?.end().catch(() => undefined);
  }

  private async drain(): Promise<void> {
    await Promise.resolve(); // messages of this very turn of the event loop share the first commit
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MAX_BATCH);
      try {
        this.settle(batch, await this.commit(batch));
      } catch (error) {
        this.log.error({ msg: 'messages not stored', count: batch.length, error: String(error) });
        for (const w of batch) w.reject(refuse('ROOM_UNAVAILABLE', { retryAfter: 5 }));
      }
    }
  }

  private async commit(batch: readonly Waiting[]): Promise<{ rows: Row[]; at: Date }> {
    const at = this.clock.now();
    const column = <K extends keyof NewMessage>(key: K) => batch.map((w) => w.message[key]);
    const values = [column('roomId'), column('senderId'), column('clientId'), column('kind'), batch.map((w) => JSON.stringify(w.message.body)), at];
    for (let attempt = 0; ; attempt++) {
      try {
        const client = await this.connect();
        const { rows } = await client.query<Row>({ name: 'append', text: APPEND, values, rowMode: 'array' });
        return { rows, at };
      } catch (error) {
        const { code } = error as { code?: string };
        const lost = this.client === undefined || code === undefined || code.startsWith('57') || code.startsWith('08');
        const wait = RETRY_MS[attempt];
        if (wait === undefined || !(lost || RUN_AGAIN.has(code ?? ''))) throw error;
        if (lost) await this.drop();
        await sleep(RUN_AGAIN.has(code ?? '') ? 0 : wait);
      }
    }
  }

  private settle(batch: readonly Waiting[], { rows }: { rows: Row[] }): void {
    const byRoom = new Map<string, Message[]>();
    const delivered = new Set<string>();
    batch.forEach(({ message }, i) => {
      const [seq, at, isNew] = rows[i]!;
      const key = `${message.roomId}:${seq}`;
      if (seq === null || !isNew || delivered.has(key)) return;
      delivered.add(key);
      const room = byRoom.get(message.roomId) ?? [];
      if (room.length === 0) byRoom.set(message.roomId, room);
      const { roomId: _room, ...rest } = message;
      room.push({ ...rest, seq, at: at!.toISOString() } as Message);
    });
    for (const [roomId, messages] of byRoom) this.onStored(roomId, messages.sort((a, b) => a.seq - b.seq));
    batch.forEach(({ resolve, reject }, i) => {
      const [seq, at] = rows[i]!;
      if (seq === null) reject(notFound());
      else resolve({ seq, at: at!.toISOString() });
    });
  }

  private async connect(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'hejie-rooms',
      options: '-c plan_cache_mode=force_generic_plan', // array lengths differ each time; planning anew costs more than it gains
      connectionTimeoutMillis: 5000,
    });
    client.on('error', () => void this.drop());
    await client.connect();
    this.client = client;
    return client;
  }

  private async drop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }
}
