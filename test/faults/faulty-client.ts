import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '@hejie/platform/contract';
import { RoomLog, type Message, type Outgoing, type RoomHead, type RoomMessages } from '@hejie/rooms/contract';
import { io, type Socket } from 'socket.io-client';
import type { History } from './history.js';
import type { Random } from './random.js';

export interface Person {
  readonly accountId: string;
  /** `name=value` of the session. */
  readonly cookie: string;
  readonly csrfToken: string;
}

/** What the server says will pass; the web sends again after these. */
const PASSING = new Set(['ROOM_UNAVAILABLE', 'UNAVAILABLE', 'TOO_MANY_REQUESTS']);
/** What a person sees of these is that they are not, or no longer, in the room; every other refusal is an error shown. */
const EXPECTED = new Set(['NOT_FOUND']);
const TICK_MS = 250;
/** As the web has it: the server pings every 5 s; silence for this long is a dead line. */
const SILENCE_MS = 12_000;

type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };
interface Joined {
  lastSeq: number;
  readable: [number, number | null][];
  messages: Message[];
}

/**
 * Somebody in rooms over a bad line, behaving as the web app does: joins again from the last number
 * held after every connection, sends what is not confirmed again under its own id, and takes a line
 * that does not answer in `ackMs` for dead. Everything goes into the history.
 */
export class FaultyClient {
  private readonly socket: Socket;
  private readonly logs = new Map<string, RoomLog>();
  private readonly joining = new Map<string, Promise<void>>();
  private readonly triedAt = new Map<string, number>();
  private readonly saidAt = new Map<string, number>();
  private readonly gone = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private closed = false;
  private heardAt = Date.now();
  /** Codes of refusals that people should never have seen. */
  readonly errors: string[] = [];
  /** How often it got into all its rooms on a new line. */
  entries = 0;
  /** The longest that something said waited for its confirmation, in ms. */
  slowest = 0;

  constructor(
    readonly person: Person,
    url: string,
    private readonly history: History,
    private readonly random: Random,
    private readonly options: { ackMs?: number; reconnectMs?: number; silenceMs?: number } = {},
  ) {
    const { reconnectMs = 200 } = options;
    this.socket = io(url, {
      path: '/socket',
      transports: ['websocket'],
      extraHeaders: { cookie: person.cookie },
      forceNew: true,
      auth: { csrfToken: person.csrfToken },
      autoConnect: false,
      reconnectionDelay: reconnectMs,
      reconnectionDelayMax: reconnectMs * 5,
      timeout: options.ackMs ?? 5000,
    });
    this.socket.on('connect', () => this.resume());
    // socket.io comes back by itself after a broken line, but not when the server closed or refused
    const comeBack = () => setTimeout(() => this.closed || this.socket.connect(), reconnectMs * 5);
    this.socket.on('disconnect', (reason) => reason === 'io server disconnect' && comeBack());
    this.socket.on('connect_error', () => !this.socket.active && comeBack());
    for (const heard of ['reconnect_attempt', 'open', 'ping', 'packet']) this.socket.io.on(heard as 'ping', () => (this.heardAt = Date.now()));
    this.socket.on('room.messages', (m: RoomMessages) => this.received(m.roomId, m.messages));
    this.socket.on('room.head', ({ roomId, lastSeq }: RoomHead) => this.logs.get(roomId)?.told(lastSeq) && void this.join(roomId));
    this.socket.on('room.removed', ({ roomId }: { roomId: string }) => this.gone.add(roomId));
    this.socket.on('refused', ({ clientId, problem }: { clientId?: string; problem: Problem }) => {
      for (const [roomId, log] of this.logs) if (clientId && log.pending.some((p) => p.message.clientId === clientId)) this.answered(roomId, clientId, { ok: false, problem });
    });
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  /** Connects and goes into rooms; resolves when it is in all of them. */
  async enter(roomIds: readonly string[]): Promise<void> {
    for (const roomId of roomIds) if (!this.logs.has(roomId)) this.logs.set(roomId, new RoomLog());
    if (!this.socket.active) this.socket.connect();
    while (!this.socket.connected || this.joining.size > 0) await sleep(10);
    await Promise.all(roomIds.map((roomId) => this.join(roomId)));
  }

  /** Opens a room anew, for instance after one was put out of it and let in again. */
  async open(roomId: string): Promise<void> {
    this.gone.delete(roomId);
    await this.join(roomId);
  }

  /** Whether the client knows itself to be put out of the room. */
  isOutOf(roomId: string): boolean {
    return this.gone.has(roomId);
  }

  say(roomId: string, text: string): void {
    const message: Outgoing = { clientId: randomUUID(), kind: 'text', body: { text } };
    this.history.record({ what: 'sent', account: this.person.accountId, room: roomId, clientId: message.clientId, text });
    this.logs.get(roomId)!.sending(message);
    this.saidAt.set(message.clientId, Date.now());
    if (this.socket.connected) this.send(roomId, message);
  }

  /** Whether everything said is confirmed or refused. */
  get settled(): boolean {
    return [...this.logs.values()].every((log) => log.pending.length === 0);
  }

  /** Reads every room to its end, leaves what it shows in the history, and goes. Notes an error when it cannot in time. */
  async finish(withinMs = 60_000): Promise<void> {
    const late = setTimeout(() => (this.errors.push(this.connected ? 'rooms that do not answer' : 'a line that does not come back'), this.close()), withinMs);
    for (const [roomId, log] of this.logs) {
      await this.joining.get(roomId); // it may have read its page before the last message was stored
      await this.open(roomId);
      this.history.record({ what: 'view', account: this.person.accountId, room: roomId, seqs: log.messages.map((m) => m.seq) });
    }
    clearTimeout(late);
    this.close();
  }

  /** Whether it has a line now; it keeps trying when it has none. */
  get connected(): boolean {
    return this.socket.connected;
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
    this.socket.disconnect();
  }

  private resume(): void {
    const joins = [...this.logs].map(([roomId, log]) => this.join(roomId).then(() => log.pending.forEach((p) => this.send(roomId, p.message))));
    void Promise.all(joins).then(() => this.entries++);
  }

  /** One at a time for each room; asks until everything there is has come. */
  private join(roomId: string): Promise<void> {
    const under = this.joining.get(roomId) ?? this.joinNow(roomId).finally(() => this.joining.delete(roomId));
    this.joining.set(roomId, under);
    return under;
  }

  private async joinNow(roomId: string): Promise<void> {
    const log = this.logs.get(roomId)!;
    while (!this.closed && !this.gone.has(roomId)) {
      const answer = await this.ask<Joined>('room.join', { roomId, afterSeq: log.lastSeq });
      if (answer?.ok && !this.closed) {
        this.observed(roomId, answer.data.messages, 'join');
        if (!log.joined(answer.data)) return;
      } else if (answer && !answer.ok && this.isFinal(answer.problem.code)) {
        this.gone.add(roomId);
      } else await sleep(TICK_MS);
    }
  }

  /** Half of the messages ask for an ack; the others take their own delivery for it, as the contract allows. */
  private send(roomId: string, message: Outgoing): void {
    this.triedAt.set(message.clientId, Date.now());
    if (this.random.next() < 0.5) this.socket.emit('room.send', { roomId, message });
    else void this.ask<{ seq: number }>('room.send', { roomId, message }).then((answer) => answer && this.answered(roomId, message.clientId, answer));
  }

  private answered(roomId: string, clientId: string, answer: Answer<{ seq: number }>): void {
    const known = { account: this.person.accountId, room: roomId, clientId };
    if (answer.ok) {
      return this.history.record({ what: 'acked', ...known, seq: answer.data.seq }); // its delivery follows and takes it off the pending ones
    }
    if (!this.isFinal(answer.problem.code)) return; // the tick sends it again
    this.history.record({ what: 'refused', ...known, code: answer.problem.code });
    this.logs.get(roomId)!.dropped(clientId);
    this.forget(clientId);
  }

  private isFinal(code: string): boolean {
    if (PASSING.has(code)) return false;
    if (!EXPECTED.has(code)) this.errors.push(code);
    return true;
  }

  private forget(clientId: string): void {
    this.slowest = Math.max(this.slowest, Date.now() - (this.saidAt.get(clientId) ?? Infinity));
    this.saidAt.delete(clientId);
    this.triedAt.delete(clientId);
  }

  private received(roomId: string, messages: readonly Message[]): void {
    const log = this.logs.get(roomId);
    if (!log || this.closed) return;
    this.observed(roomId, messages, 'frame');
    log.receive(messages);
    if (log.gapAfter !== null && !this.joining.has(roomId)) void this.join(roomId);
  }

  private observed(roomId: string, messages: readonly Message[], by: 'frame' | 'join'): void {
    for (const message of messages) {
      this.history.record({ what: 'observed', account: this.person.accountId, room: roomId, by, message });
      if (message.senderId === this.person.accountId) {
        this.history.record({ what: 'acked', account: this.person.accountId, room: roomId, clientId: message.clientId, seq: message.seq });
        this.forget(message.clientId);
      }
    }
  }

  /** Null when there was no answer in time or the line broke. */
  private ask<T>(event: string, payload: unknown): Promise<Answer<T> | null> {
    const { ackMs = 5000 } = this.options;
    if (!this.socket.connected) return Promise.resolve(null);
    return this.socket.timeout(ackMs).emitWithAck(event, payload).catch(() => (this.hangUp(), null));
  }

  /** Sends again what got no answer. */
  private tick(): void {
    const { ackMs = 5000 } = this.options;
    if (Date.now() - this.heardAt > (this.options.silenceMs ?? SILENCE_MS)) return this.hangUp(); // also where it went dead before the server said welcome
    if (!this.socket.connected) return;
    const late = [...this.logs].flatMap(([roomId, log]) => log.pending.map(({ message }) => ({ roomId, message }))).filter(({ message }) => Date.now() - (this.triedAt.get(message.clientId) ?? 0) > ackMs);
    for (const { roomId, message } of late) this.send(roomId, message);
  }

  private hangUp(): void {
    if (!this.closed) this.socket.io.engine?.close();
  }
}

/** A plain connected socket of somebody. @throws when it does not come about */
export function connectAs(person: Person, url: string): Promise<Socket> {
  const socket = io(url, { path: '/socket', transports: ['websocket'], extraHeaders: { cookie: person.cookie }, auth: { csrfToken: person.csrfToken }, forceNew: true, reconnection: false });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
