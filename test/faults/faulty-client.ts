import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem } from '@hejie/platform/contract';
import { CatchUpPace, RoomLog, type Message, type Outgoing, type RoomHead, type RoomMessages } from '@hejie/rooms/contract';
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
/** As the web has it: while the line is up, the pauses before the next tries, the last one again and again. */
const AGAIN_MS = [1000, 2000, 4000, 8000, 15_000];
const pauseOf = (tries: number) => AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)]!;
/** As the web has it: the server pings every 5 s; silence for this long is a dead line. */
const SILENCE_MS = 12_000;
/** For those whose line is not to break: nobody hangs up on a slow machine. */
export const PATIENT = { ackMs: 30_000, silenceMs: 120_000 };

type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };
interface Joined {
  lastSeq: number;
  readable: [number, number | null][];
  messages: Message[];
}

/**
 * Somebody in rooms over a bad line, behaving as the web app does: joins again from the last number
 * held after every connection, and where no answer came in `ackMs` or the answer was "later", joins and
 * sends again under the same id after a pause. It gives a line up for silence only, not for a missing
 * answer. Everything goes into the history.
 */
export class FaultyClient {
  private readonly socket: Socket;
  private readonly logs = new Map<string, RoomLog>();
  private readonly joining = new Map<string, Promise<void>>();
  /** Message -> when it was last sent, or answered with "later", and how often on this line. */
  private readonly tried = new Map<string, { at: number; times: number }>();
  private readonly saidAt = new Map<string, number>();
  private readonly gone = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private closed = false;
  private finishing = false;
  /** When a join was answered last. */
  private answeredAt = 0;
  private line = 0;
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
    this.socket.on('connect', () => {
      this.line++;
      this.resume();
    });
    // socket.io comes back by itself after a broken line, but not when the server closed or refused
    const comeBack = () => setTimeout(() => this.closed || this.socket.connect(), reconnectMs * 5);
    this.socket.on('disconnect', (reason) => reason === 'io server disconnect' && comeBack());
    this.socket.on('connect_error', () => !this.socket.active && comeBack());
    for (const heard of ['reconnect_attempt', 'open', 'ping', 'packet']) this.socket.io.on(heard as 'ping', () => (this.heardAt = Date.now()));
    this.socket.on('room.messages', (m: RoomMessages) => this.received(m.roomId, m.messages));
    this.socket.on('room.head', ({ roomId, lastSeq }: RoomHead) => this.logs.get(roomId)?.told(lastSeq) && void this.join(roomId));
    this.socket.on('room.removed', ({ roomId }: { roomId: string }) => this.putOut(roomId, 'word'));
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

  /** Reads every room to its end, leaves what it shows in the history, and goes. Notes an error when nothing more comes for so long. */
  async finish(withinMs = 60_000): Promise<void> {
    this.finishing = true;
    this.answeredAt = Date.now();
    const late = setInterval(() => {
      if (this.closed || Date.now() - this.answeredAt < withinMs) return;
      this.errors.push(this.connected ? 'rooms that do not answer' : 'a line that does not come back');
      this.close();
    }, 1000);
    for (const [roomId, log] of this.logs) {
      await this.joining.get(roomId); // it may have read its page before the last message was stored
      await this.open(roomId);
      this.history.record({ what: 'view', account: this.person.accountId, room: roomId, seqs: log.messages.map((m) => m.seq) });
    }
    clearInterval(late);
    this.close();
  }

  /** The server's name for the line it has now. */
  get connectionId(): string | undefined {
    return this.socket.io.engine.id;
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
    this.tried.clear();
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
    const pace = new CatchUpPace();
    for (let tries = 0; !this.closed && !this.gone.has(roomId); tries++) {
      const { line } = this;
      const asked = Date.now();
      const answer = await this.ask<Joined>('room.join', { roomId, afterSeq: log.lastSeq, ...pace.ask });
      if (!answer) pace.failed();
      if (answer?.ok && !this.closed) {
        pace.took(Date.now() - asked);
        this.observed(roomId, answer.data.messages, this.finishing ? 'end' : 'join');
        this.answeredAt = Date.now();
        if (!log.joined(answer.data)) return;
        tries = -1;
      } else if (answer && !answer.ok && this.isFinal(answer.problem.code)) {
        this.putOut(roomId, 'join');
      } else {
        const until = Date.now() + pauseOf(tries);
        while (!this.closed && (!this.socket.connected || (this.line === line && Date.now() < until))) await sleep(TICK_MS);
        if (this.line !== line) tries = -1; // a line that is back is used at once
      }
    }
  }

  private putOut(roomId: string, by: 'join' | 'word'): void {
    this.history.record({ what: 'outcast', account: this.person.accountId, room: roomId, by });
    this.gone.add(roomId);
  }

  /** Half of the messages ask for an ack; the others take their own delivery for it, as the contract allows. */
  private send(roomId: string, message: Outgoing): void {
    this.tried.set(message.clientId, { at: Date.now(), times: (this.tried.get(message.clientId)?.times ?? 0) + 1 });
    if (this.random.next() < 0.5) return void this.socket.emit('room.send', { roomId, message });
    this.history.record({ what: 'asked', account: this.person.accountId, room: roomId, clientId: message.clientId });
    void this.ask<{ seq: number }>('room.send', { roomId, message }).then((answer) => answer && this.answered(roomId, message.clientId, answer));
  }

  private answered(roomId: string, clientId: string, answer: Answer<{ seq: number }>): void {
    const known = { account: this.person.accountId, room: roomId, clientId };
    if (answer.ok) {
      this.history.record({ what: 'acked', by: 'ack', ...known, seq: answer.data.seq }); // its delivery takes it off the pending ones
      if (answer.data.seq > this.logs.get(roomId)!.lastSeq + 1) void this.join(roomId);
      return;
    }
    if (!this.isFinal(answer.problem.code)) {
      const { times = 1 } = this.tried.get(clientId) ?? {};
      return void this.tried.set(clientId, { at: Date.now() - this.ackMs, times }); // the pause begins now
    }
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
    this.tried.delete(clientId);
  }

  private received(roomId: string, messages: readonly Message[]): void {
    const log = this.logs.get(roomId);
    if (!log || this.closed) return;
    this.observed(roomId, messages, 'frame');
    log.receive(messages);
    if (log.gapAfter !== null && !this.joining.has(roomId)) void this.join(roomId);
  }

  private observed(roomId: string, messages: readonly Message[], by: 'frame' | 'join' | 'end'): void {
    const here = { account: this.person.accountId, room: roomId };
    for (const message of messages) {
      this.history.record(by === 'frame' ? { what: 'observed', ...here, by, line: this.line, message } : { what: 'observed', ...here, by, message });
      if (message.senderId === this.person.accountId && by !== 'end') {
        this.history.record({ what: 'acked', by, ...here, clientId: message.clientId, seq: message.seq });
        this.forget(message.clientId);
      }
    }
  }

  /** Null when there was no answer in time or the line broke. */
  private ask<T>(event: string, payload: unknown): Promise<Answer<T> | null> {
    if (!this.socket.connected) return Promise.resolve(null);
    return this.socket.timeout(this.ackMs).emitWithAck(event, payload).catch(() => null);
  }

  /** Joins and sends again where no answer came, after the pause. A join under way sends what waits when it is through. */
  private tick(): void {
    if (this.closed) return;
    if (Date.now() - this.heardAt > (this.options.silenceMs ?? SILENCE_MS)) return void this.socket.io.engine?.close(); // also where it went dead before the server said welcome
    if (!this.socket.connected) return;
    for (const [roomId, log] of this.logs) {
      const late = () => log.pending.filter(({ message }) => this.isLate(message.clientId));
      if (!this.joining.has(roomId) && late().length > 0) void this.join(roomId).then(() => late().forEach((p) => this.send(roomId, p.message)));
    }
  }

  private isLate(clientId: string): boolean {
    const { at = 0, times = 1 } = this.tried.get(clientId) ?? {};
    return Date.now() - at > this.ackMs + pauseOf(times - 1);
  }

  private get ackMs(): number {
    return this.options.ackMs ?? 5000;
  }
}

/** A plain connected socket of somebody, who comes again where the door is full. @throws when it is refused for who it is */
export function connectAs(person: Person, url: string): Promise<Socket> {
  const socket = io(url, { path: '/socket', transports: ['websocket'], extraHeaders: { cookie: person.cookie }, auth: { csrfToken: person.csrfToken }, forceNew: true, reconnectionDelay: 200, reconnectionDelayMax: 1000 });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.on('connect_error', (error) => socket.active || reject(error));
  });
}
