import { CatchUpPace, RoomLog, type Message, type Outgoing, type Present, type Readable, type RoomDelivered, type RoomHead, type RoomMessages, type RoomPresence } from '@hejie/rooms/contract';
import type { Socket } from 'socket.io-client';
import { api, ApiProblem, newRequestId } from '../api/client.js';
import { addRoomFile } from '../api/upload-resumable.js';
import { Outbox, Refused } from './outbox.js';
import { realtime } from './socket.js';
import { type Unsent, UnsentStore } from './unsent-store.js';
import { watchLine } from './watch-line.js';

const ACK_MS = 8000;
const PAGE = 50;
/** Somebody who said to be typing is taken to have stopped after this. */
const TYPING_MS = 4000;
/** At most so often one's own typing, and how far one has received, is told. */
const TELL_MS = 1500;
/** While the line is up and the server does not answer or says "later": the pauses before the next tries, the last one again and again. */
const AGAIN_MS = [1000, 2000, 4000, 8000, 15_000];
/** Refusals that a later try may not meet. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Refused until tomorrow: what comes after it must not wait so long. */
const DAY_IS_FULL = 'UPLOADS_PER_DAY';

type Ack<T> = { ok: true; data: T } | { ok: false; problem: { status: number; title: string } };

/**
 * A room on this page: opened at its end, older pages read on demand, joined after every (re)connection from the
 * last number held, so that exactly what was missed comes. What one writes goes through the outbox.
 */
export class LiveRoom {
  readonly outbox: Outbox;
  connected = true;
  removed = false;
  /** Why the room could not be read; tried again when the line is back. */
  error: unknown;
  /** Who is here now. */
  online: readonly Present[] = [];
  /** Everything up to this `seq` has arrived at everybody. */
  reached = 0;
  typing: readonly string[] = [];
  /** The message that was looked for, to be shown. */
  target: number | undefined;
  private past: RoomLog | undefined;
  private readonly typingUntil = new Map<string, ReturnType<typeof setTimeout>>();
  private toldTyping = 0;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private log: RoomLog | undefined;
  private joining: Promise<void> | undefined;
  private readonly pace = new CatchUpPace();
  private again: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;
  private reading = false;
  private stops: (() => void)[] = [];
  private open = true;
  private readonly store: UnsentStore;
  /** Files that are up, by the id of their message: a second try does not bring them again. */
  private readonly brought = new Map<string, string>();

  constructor(
    private readonly roomId: string,
    private readonly caseId: string,
    accountId: string,
    private readonly onChange: () => void,
  ) {
    this.store = new UnsentStore(accountId, roomId);
    this.outbox = new Outbox(this.store, (unsent, onProgress) => this.deliver(unsent, onProgress), () => this.changed(), () => void this.comeAgain());
    void this.start();
  }

  /** Messages in order without holes, from the oldest page read; undefined until the first page is there. */
  get messages(): readonly Message[] | undefined {
    return (this.past ?? this.log)?.messages;
  }

  /** Whether an older place is shown and not the end. */
  get inPast(): boolean {
    return this.past !== undefined;
  }

  /** Reads the page before the oldest one held; once at a time. */
  async readOlder(): Promise<void> {
    const log = this.past ?? this.log;
    if (log?.olderThan) await this.reads(async () => log.prepend((await this.page(`before=${log.olderThan + 1}&`)).items));
  }

  /** Of an older place: reads the page after the newest one held; at the end it is the live log again. */
  async readNewer(): Promise<void> {
    const { past } = this;
    if (!past) return;
    await this.reads(async () => {
      const { items } = await this.page(`after=${past.lastSeq}&`);
      past.receive(items);
      if (past.lastSeq >= (this.log?.lastSeq ?? 0)) this.past = undefined;
    });
  }

  /** Shows the place of a message, or of a moment. */
  async goTo(place: { seq: number } | { at: string }): Promise<void> {
    await this.reads(async () => {
      const { items, readable } = await this.page('at' in place ? `at=${encodeURIComponent(place.at)}&` : `after=${Math.max(0, place.seq - 10)}&`);
      this.target = 'seq' in place ? place.seq : items[0]?.seq;
      this.past = undefined;
      if (this.target === undefined || (this.log?.messages[0]?.seq ?? 0) <= this.target) return; // held already, or after the end
      const past = new RoomLog(items[0]!.seq - 1);
      past.allow(readable);
      // long messages fill a page before the place is reached
      for (let next = items; next.length > 0; next = past.lastSeq < this.target ? (await this.page(`after=${past.lastSeq}&`)).items : []) past.receive(next);
      this.past = past;
    });
  }

  /** Whether what waits to be sent outlives this page. */
  get keeps(): boolean {
    return this.store.keeps;
  }

  backToEnd(): void {
    this.past = this.target = undefined;
    this.changed();
  }

  /** Messages that contain the words, best first. */
  async find(words: string): Promise<Message[]> {
    return (await api.get<{ items: Message[] }>(`/rooms/${this.roomId}/search?q=${encodeURIComponent(words)}`)).items;
  }

  /** @param quote the `seq` it answers; @param mentions members named in it */
  write(text: string, { quote, mentions = [] }: { quote?: number; mentions?: string[] } = {}): Promise<void> {
    this.backToEnd();
    this.toldTyping = 0; // the next word is news again
    return this.outbox.add({ clientId: newRequestId(), at: new Date().toISOString(), kind: 'text', text, ...(quote ? { quote } : {}), ...(mentions.length ? { mentions } : {}) });
  }

  /** Takes back one's own message. @throws ApiProblem when it is too late or was quoted */
  async withdraw(seq: number): Promise<void> {
    await api.delete(`/rooms/${this.roomId}/messages/${seq}`);
  }

  /** Called at every key; told to the others now and then. */
  async sayTyping(): Promise<void> {
    if (Date.now() - this.toldTyping < TELL_MS) return;
    this.toldTyping = Date.now();
    (await realtime()).volatile.emit('room.typing', { roomId: this.roomId });
  }

  bring(file: Blob, name: string): Promise<void> {
    return this.outbox.add({ clientId: newRequestId(), at: new Date().toISOString(), kind: 'file', file, name });
  }

  close(): void {
    this.open = false;
    for (const stop of this.stops) stop();
    clearTimeout(this.telling);
    clearTimeout(this.again);
    for (const timer of this.typingUntil.values()) clearTimeout(timer);
  }

  private async start(): Promise<void> {
    await this.outbox.restore();
    const socket = await realtime();
    if (!this.open) return;
    const on = (event: string, listener: (...args: never[]) => void) => {
      socket.on(event, listener as never);
      this.stops.push(() => socket.off(event, listener as never));
    };
    const catchUp = () => void this.catchUp(socket);
    on('connect', catchUp);
    on('room.messages', ({ roomId, messages }: RoomMessages) => roomId === this.roomId && this.receive(messages, socket));
    on('room.head', ({ roomId, lastSeq }: RoomHead) => {
      if (roomId === this.roomId && this.log?.told(lastSeq)) catchUp();
    });
    on('room.removed', ({ roomId }: { roomId: string }) => {
      if (roomId === this.roomId) void (this.joining ?? Promise.resolve()).then(() => this.catchUp(socket)); // refused, unless one was let in again by then
    });
    on('room.presence', ({ roomId, online }: RoomPresence) => {
      if (roomId !== this.roomId) return;
      this.online = online;
      this.changed();
    });
    on('room.delivered', ({ roomId, seq }: RoomDelivered) => {
      if (roomId !== this.roomId || seq <= this.reached) return;
      this.reached = seq;
      this.changed();
    });
    on('room.typing', ({ roomId, accountId }: { roomId: string; accountId: string }) => {
      if (roomId === this.roomId) this.heardTyping(accountId);
    });
    this.stops.push(
      watchLine(socket, (up) => {
        this.connected = up;
        this.changed();
        if (up) catchUp();
      }),
    );
    // a phone that slept finds the gap when it wakes
    const onWake = () => document.visibilityState === 'visible' && socket.connected && catchUp();
    document.addEventListener('visibilitychange', onWake);
    this.stops.push(() => document.removeEventListener('visibilitychange', onWake), () => socket.emit('room.leave', { roomId: this.roomId }));
    // what is there is shown without waiting for the socket
    if (socket.connected) catchUp();
    else void this.readNewest(socket).catch((error: unknown) => this.failed(error));
  }

  /** Opens at the end, or fills the gap since; then sends what waited. */
  private catchUp(socket: Socket): Promise<void> {
    this.joining ??= this.join(socket).finally(() => (this.joining = undefined));
    return this.joining;
  }

  private async join(socket: Socket): Promise<void> {
    try {
      const log = await this.readNewest(socket);
      for (let more = true; more && this.open; ) {
        const asked = Date.now();
        const ack = await this.ask<{ lastSeq: number; readable: Readable; messages: Message[] }>(socket, 'room.join', { roomId: this.roomId, afterSeq: log.lastSeq, ...this.pace.ask });
        this.pace.took(Date.now() - asked);
        more = log.joined(ack);
        this.arrived(log, ack.messages, socket);
      }
      this.error = undefined;
      if (this.outbox.items.length === 0) this.tries = 0;
      this.changed();
      void this.outbox.flush();
    } catch (error) {
      this.pace.failed();
      this.failed(error);
    }
  }

  private async readNewest(socket: Socket): Promise<RoomLog> {
    if (this.log) return this.log;
    const { items, readable } = await this.page('');
    this.log ??= new RoomLog((items[0]?.seq ?? 1) - 1);
    this.log.allow(readable);
    this.receive(items, socket);
    return this.log;
  }

  private failed(error: unknown): void {
    if (error instanceof Refused || (error instanceof ApiProblem && error.status === 404)) return this.leave();
    this.error = error;
    this.changed();
    void this.comeAgain();
  }

  /** Joins and sends again after a pause. A line that is down does so by itself once it is up. */
  private async comeAgain(): Promise<void> {
    const socket = await realtime();
    if (!this.open || this.again || !socket.connected) return;
    this.again = setTimeout(() => {
      this.again = undefined;
      if (socket.connected) void this.catchUp(socket);
    }, AGAIN_MS[Math.min(this.tries++, AGAIN_MS.length - 1)]);
  }

  private receive(messages: readonly Message[], socket: Socket): void {
    if (!this.log) return; // the page being read has them
    this.log.receive(messages);
    this.arrived(this.log, messages, socket);
  }

  private arrived(log: RoomLog, messages: readonly Message[], socket: Socket): void {
    this.changed();
    for (const { senderId } of messages) this.stoppedTyping(senderId);
    void this.outbox.received(new Set(messages.map((m) => m.clientId)));
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      if (log.lastSeq) socket.emit('room.delivered', { roomId: this.roomId, seq: log.lastSeq });
    }, TELL_MS);
    if (log.gapAfter !== null && !this.joining) void this.catchUp(socket);
  }

  private async deliver(unsent: Unsent, onProgress: (part: number) => void): Promise<void> {
    const socket = await realtime();
    if (!socket.connected) throw new TypeError('network');
    const message: Outgoing =
      unsent.kind === 'text'
        ? { clientId: unsent.clientId, kind: 'text', body: { text: unsent.text, ...(unsent.quote ? { quote: unsent.quote } : {}), ...(unsent.mentions ? { mentions: unsent.mentions } : {}) } }
        : { clientId: unsent.clientId, kind: 'file', body: { fileId: unsent.fileId ?? this.brought.get(unsent.clientId) ?? (await this.sendUp(unsent, onProgress)) } };
    const { seq } = await this.ask<{ seq: number }>(socket, 'room.send', { roomId: this.roomId, message });
    this.tries = 0;
    if (!this.log) return;
    if (seq <= this.log.lastSeq) void this.outbox.received(new Set([unsent.clientId])); // an earlier page sent it already
    else if (seq > this.log.lastSeq + 1) void this.catchUp(socket);
  }

  private async sendUp(unsent: Unsent & { kind: 'file' }, onProgress: (part: number) => void): Promise<string> {
    try {
      // the same at every try, by which a broken upload is found again
      const file = new File([unsent.file], unsent.name, { type: unsent.file.type, lastModified: Date.parse(unsent.at) });
      const fileId = await addRoomFile(this.roomId, this.caseId, file, onProgress);
      this.brought.set(unsent.clientId, fileId);
      await this.store.replace({ ...unsent, fileId });
      return fileId;
    } catch (error) {
      throw error instanceof ApiProblem && (error.code === DAY_IS_FULL || !PASSING.has(error.status)) ? new Refused(error.message) : error;
    }
  }

  private heardTyping(accountId: string): void {
    clearTimeout(this.typingUntil.get(accountId));
    this.typingUntil.set(accountId, setTimeout(() => this.stoppedTyping(accountId), TYPING_MS));
    if (this.typing.includes(accountId)) return;
    this.typing = [...this.typing, accountId];
    this.changed();
  }

  private stoppedTyping(accountId: string): void {
    clearTimeout(this.typingUntil.get(accountId));
    if (!this.typingUntil.delete(accountId)) return;
    this.typing = this.typing.filter((id) => id !== accountId);
    this.changed();
  }

  /** One page at a time; scrolling on or pressing again asks again for what failed. */
  private async reads(page: () => Promise<void>): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    try {
      await page();
    } catch {
      // the line is watched and said to be down elsewhere
    } finally {
      this.reading = false;
      this.changed();
    }
  }

  private async ask<T>(socket: Socket, event: string, payload: unknown): Promise<T> {
    const ack = (await socket.timeout(ACK_MS).emitWithAck(event, payload)) as Ack<T>;
    if (ack.ok) return ack.data;
    throw PASSING.has(ack.problem.status) ? new Error(ack.problem.title) : new Refused(ack.problem.title);
  }

  private page(query: string): Promise<{ items: Message[]; readable: Readable }> {
    return api.get(`/rooms/${this.roomId}/messages?${query}limit=${PAGE}`);
  }

  private leave(): void {
    this.removed = true;
    this.changed();
  }

  private changed(): void {
    if (this.open) this.onChange();
  }
}
