import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, newId, notFound } from '@hejie/platform';
import type { Message, TextBody } from '../contract/index.js';
import { refuse } from '../rooms.refusals.js';
import { APPEND, APPEND_AROUND, APPEND_NAMING, APPEND_NAMING_AROUND, APPEND_ONE, type AppendRow, type Verdict } from './append-sql.js';
import { LogConnection } from './log-connection.js';

/** Most messages of one commit: bounds how long a commit takes, not how much is taken in. */
const MAX_BATCH = 500;
/** More than this waiting means the database is not keeping up; new messages are refused, none taken is lost. */
const MAX_WAITING = 20_000;
const RETRY_MS = [50, 100, 200, 400, 800, 1600];
/** Another process stored one of the messages first, or locked rooms the other way round: running the batch again settles it. */
const RUN_AGAIN = new Set(['23505', '40P01', '40001']);

/** A row that somebody else holds was waited for longer than the connection allows. */
const LOCK_TIMEOUT = '55P03';

export interface NewMessage {
  readonly roomId: string;
  readonly senderId: string;
  readonly clientId: string;
  readonly kind: Message['kind'];
  readonly body: Message['body'];
}

/** A stored message. `delivered`: the room was told of it by this very commit; a resend's place is told to its sender only. */
export interface Appended {
  readonly message: Message;
  readonly delivered: boolean;
}

/** What one commit brought to one room. */
export interface Committed {
  readonly roomId: string;
  /** The room's `membership` under which it was stored: who was removed before does not hear it. */
  readonly membership: number;
  /** In order. */
  readonly messages: Message[];
}

/** Hears what one commit brought to its rooms. */
export type Stored = (committed: readonly Committed[]) => void;

/** How long a message waits for a room whose row somebody else holds; the other rooms go on meanwhile. */
const HELD_MS = 5000;
const HELD_PAUSE_MS = 20;

interface Waiting {
  readonly message: NewMessage;
  /** Since when its room's row is held by somebody else. */
  heldSince?: number;
  /** One for each of the sender's sends of it that share the batch. */
  readonly settle: { resolve: (sent: Appended) => void; reject: (error: unknown) => void }[];
}

interface Batch {
  readonly batch: readonly Waiting[];
  readonly rows: readonly AppendRow[];
  /** When the batch was stored. */
  readonly at: string;
  /** A try before this one ended without an answer: what is found stored may have been stored by it, and told to nobody. */
  readonly retried: boolean;
}

/**
 * Group commit: messages that come in while a commit is under way share the next one. There is no
 * waiting window; an idle log commits at once. One connection of its own writes, so commits of one
 * process have an order, and deliveries follow it.
 *
 * Nobody's room waits for another's: a batch that comes upon a room whose row is held for long goes around
 * it, until that room's messages are stored or, after five seconds, refused.
 *
 * A batch whose outcome is unknown (connection lost) is run again: client ids make that harmless.
 * Nothing is acknowledged or delivered before its commit.
 */
@Injectable()
export class AppendLog implements OnApplicationShutdown {
  private readonly log = new Logger('AppendLog');
  private waiting: Waiting[] = [];
  private draining: Promise<void> | undefined;
  private stopped = false;
  private onStored: Stored = () => undefined;

  constructor(
    private readonly connection: LogConnection,
    private readonly clock: Clock,
  ) {}

  /** Who delivers: called after each commit that brought something, with the new messages of each room, in order. */
  deliverTo(onStored: Stored): void {
    this.onStored = onStored;
  }

  /** Resolves after the commit. @throws NOT_FOUND for somebody who is not a member, ROOM_SEALED, ROOM_MUTED, ROOM_LOCKED, ROOM_UNAVAILABLE */
  append(message: NewMessage): Promise<Appended> {
    if (this.stopped || this.waiting.length >= MAX_WAITING) return Promise.reject(refuse('ROOM_UNAVAILABLE', { retryAfter: 1 }));
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, settle: [{ resolve, reject }] });
      this.draining ??= this.drain();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    while (this.draining) await this.draining;
    await this.connection.close();
  }

  private async drain(): Promise<void> {
    do {
      await new Promise((r) => setImmediate(r)); // whatever arrives in one turn of the event loop shares a commit
      for (const done of await this.commit(this.take())) this.settle(done);
      if (this.waiting[0] && this.waiting.every((w) => w.heldSince !== undefined)) await sleep(HELD_PAUSE_MS);
    } while (this.waiting.length > 0);
    this.draining = undefined; // in the same turn as the last look at `waiting`: nobody is left behind
  }

  /** The next batch; sends of one message at the same time become one. */
  private take(): Waiting[] {
    const batch = new Map<string, Waiting>();
    let taken = 0;
    for (const next of this.waiting) {
      if (batch.size === MAX_BATCH) break;
      const key = `${next.message.roomId}${next.message.senderId}${next.message.clientId}`;
      const first = batch.get(key);
      if (first) first.settle.push(...next.settle);
      else batch.set(key, next);
      taken++;
    }
    this.waiting = taken === this.waiting.length ? [] : this.waiting.slice(taken);
    return [...batch.values()];
  }

  /** Runs a batch until it is stored or given up. Never throws: whom it cannot serve it refuses. */
  private async commit(batch: readonly Waiting[]): Promise<Batch[]> {
    const at = this.clock.now().toISOString();
    let around = batch.some((w) => w.heldSince !== undefined);
    let unanswered = false;
    for (let attempt = 0; ; attempt++) {
      try {
        return [{ batch, at, rows: await this.connection.run<AppendRow>(statementFor(batch, at, around)), retried: unanswered }];
      } catch (error) {
        const code = (error as { code?: string }).code ?? '';
        // one message that the database cannot store must not take the others with it
        if (code.startsWith('22')) return this.bisect(batch, error);
        if (code === LOCK_TIMEOUT && !around) {
          around = true;
          continue;
        }
        const lost = await this.connection.dropIfLost(error);
        unanswered ||= lost;
        const wait = RETRY_MS[attempt];
        if (wait === undefined || !(lost || RUN_AGAIN.has(code))) {
          this.log.error({ msg: 'messages not stored', count: batch.length, error: String(error) });
          for (const w of batch) reject(w, refuse('ROOM_UNAVAILABLE', { retryAfter: 5 }));
          return [];
        }
        await sleep(lost ? wait : 0);
      }
    }
  }

  private async bisect(batch: readonly Waiting[], error: unknown): Promise<Batch[]> {
    if (batch.length === 1) {
      reject(batch[0]!, error);
      return [];
    }
    const half = Math.ceil(batch.length / 2);
    return [...(await this.commit(batch.slice(0, half))), ...(await this.commit(batch.slice(half)))];
  }

  private settle({ batch, rows, at, retried }: Batch): void {
    const byRoom = new Map<string, Committed>();
    const again = new Set<Waiting>();
    const appended = batch.map((waiting, i): Appended | null => {
      const { roomId, senderId, clientId, kind, body } = waiting.message;
      const [verdict, seq, earlier, membership] = rows[i]!;
      if (verdict === 'again' || (verdict === 'held' && this.mayWait(waiting))) again.add(waiting);
      if (seq === null) return null;
      const stored = earlier ? { ...earlier, at: new Date(earlier.at).toISOString() } : { kind, body, at };
      const message = { seq, clientId, senderId, ...stored } as Message;
      const delivered = verdict === 'stored' || retried;
      const room = byRoom.get(roomId);
      if (delivered && room) room.messages.push(message);
      else if (delivered) byRoom.set(roomId, { roomId, membership, messages: [message] });
      return { message, delivered };
    });
    if (byRoom.size > 0) this.deliver([...byRoom.values()]);
    for (const [i, done] of appended.entries()) {
      const waiting = batch[i]!;
      const [verdict] = rows[i]!;
      if (done) for (const { resolve } of waiting.settle) resolve(done);
      else if (!again.has(waiting)) reject(waiting, refusalOf(verdict));
    }
    if (again.size === 0) return;
    this.waiting = [...again, ...this.waiting];
    this.draining ??= this.drain();
  }

  private mayWait(waiting: Waiting): boolean {
    const now = this.clock.now().getTime();
    return now - (waiting.heldSince ??= now) < HELD_MS;
  }

  /** A listener that fails must not take acknowledgements with it: members catch up by number. */
  private deliver(committed: readonly Committed[]): void {
    for (const { messages } of committed) messages.sort((a, b) => a.seq - b.seq);
    try {
      this.onStored(committed);
    } catch (error) {
      this.log.error({ msg: 'not delivered', rooms: committed.map((c) => c.roomId), error: String(error) });
    }
  }
}

function statementFor(batch: readonly Waiting[], at: string, around: boolean): { name: string; text: string; values: string[] } {
  if (batch.some(names)) {
    const events = `{${batch.map((w) => (names(w) ? newId() : 'null')).join(',')}}`;
    return { ...(around ? { name: 'append-naming-around', text: APPEND_NAMING_AROUND } : { name: 'append-naming', text: APPEND_NAMING }), values: [...columns(batch, at), events] };
  }
  if (around) return { name: 'append-around', text: APPEND_AROUND, values: columns(batch, at) };
  return batch.length === 1 ? { name: 'append-one', text: APPEND_ONE, values: values(batch[0]!, at) } : { name: 'append', text: APPEND, values: columns(batch, at) };
}

/** Whether it names others, who are to be told of it. */
function names({ message: { senderId, kind, body } }: Waiting): boolean {
  return kind === 'text' && ((body as TextBody).mentions?.some((id) => id !== senderId) ?? false);
}

/** The columns as PostgreSQL's own array texts: ids and kinds need no quoting, and a body is quoted as JSON quotes a text. */
function columns(batch: readonly Waiting[], at: string): string[] {
  const column = (value: (m: NewMessage) => string) => `{${batch.map((w) => value(w.message)).join(',')}}`;
  return [column((m) => m.roomId), column((m) => m.senderId), column((m) => m.clientId), column((m) => m.kind), column((m) => JSON.stringify(JSON.stringify(m.body))), at];
}

function values({ message: m }: Waiting, at: string): string[] {
  return [m.roomId, m.senderId, m.clientId, m.kind, JSON.stringify(m.body), at];
}

function reject(waiting: Waiting, error: unknown): void {
  for (const each of waiting.settle) each.reject(error);
}

function refusalOf(verdict: Verdict): Error {
  if (verdict === 'held') return refuse('ROOM_UNAVAILABLE', { retryAfter: 1 });
  if (verdict === 'sealed') return refuse('ROOM_SEALED');
  if (verdict === 'muted') return refuse('ROOM_MUTED');
  if (verdict === 'locked') return refuse('ROOM_LOCKED');
  return notFound();
}
