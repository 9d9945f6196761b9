import type { Message, Outgoing, Readable } from './room.contract.js';

export interface Pending {
  readonly message: Outgoing;
  readonly state: 'sending' | 'failed';
}

/**
 * A room as one client knows it: messages in order without holes, and what it sent that is not
 * confirmed yet. Free of sockets, so that the web app and the tests run the same rules.
 *
 * It may begin anywhere in a long history (`startAfter`) and grow towards the past by `prepend`.
 * Messages that arrive ahead of a hole wait aside; `gapAfter` then says from where to ask again.
 * Stretches that the member may not read (they were out of the room) are no holes.
 */
export class RoomLog {
  private ordered: Message[] = [];
  private readonly ahead = new Map<number, Message>();
  private readonly sent = new Map<string, Pending>();
  /** Numbers of messages that were taken back, held or not. */
  private readonly withdrawn = new Set<number>();
  private readable: Readable = [[1, null]];
  private first: number;
  private last: number;
  /** How far the room goes, as far as anybody has said. */
  private head: number;

  /** @param startAfter the `seq` before the first message to hold */
  constructor(startAfter = 0) {
    this.first = this.last = this.head = startAfter;
  }

  /** Confirmed messages in order; every readable number between the first and the last is there. */
  get messages(): readonly Message[] {
    return this.ordered;
  }

  /** What this client sent and has not seen confirmed, oldest first. */
  get pending(): readonly Pending[] {
    return [...this.sent.values()];
  }

  /** Everything up to this `seq` is held; what to pass as `afterSeq` when joining. */
  get lastSeq(): number {
    return this.last;
  }

  /** The `seq` before the oldest message held: what to read older pages before, or 0 when the beginning is here. */
  get olderThan(): number {
    return this.readable.some(([from]) => from <= this.first) ? this.first : 0;
  }

  /** The `seq` after which something is missing, or null when nothing is. */
  get gapAfter(): number | null {
    return this.ahead.size > 0 ? this.last : null;
  }

  /** What the member may read, as the server says on joining. */
  allow(readable: Readable): void {
    this.readable = readable;
    this.advance();
  }

  /**
   * Takes the answer to a join that asked for what follows `lastSeq`.
   * @returns whether to ask on: there is more, or it came while this answer was on its way
   */
  joined({ lastSeq, readable, messages }: { lastSeq: number; readable: Readable; messages: readonly Message[] }): boolean {
    this.allow(readable);
    this.receive(messages);
    return this.told(lastSeq) && (messages.length > 0 || lastSeq < this.head); // what one may not read never comes
  }

  /** Takes word of how far the room goes. @returns whether something of it is missing here */
  told(lastSeq: number): boolean {
    this.head = Math.max(this.head, lastSeq);
    return this.nextReadable() <= this.head;
  }

  /** Takes messages in any order, any number of times. */
  receive(messages: readonly Message[]): void {
    for (const message of messages) {
      this.head = Math.max(this.head, message.seq);
      if (message.seq > this.last) this.ahead.set(message.seq, message);
      this.sent.delete(message.clientId);
    }
    this.advance();
  }

  /** Takes the page that ends just before the oldest message held. */
  prepend(page: readonly Message[]): void {
    const older = page.filter((m) => m.seq <= this.first);
    if (older.length === 0) return;
    this.noteWithdrawals(older);
    this.ordered = [...this.obeyed(older), ...this.ordered]; // what is withdrawn lies before the line that says so
    this.first = older[0]!.seq - 1;
  }

  /** Notes a message about to be sent; it is pending until it comes back with its place. */
  sending(message: Outgoing): void {
    this.sent.set(message.clientId, { message, state: 'sending' });
  }

  /** The send was not acknowledged: it may or may not have arrived, so it is sent again under the same id. */
  failed(clientId: string): void {
    const pending = this.sent.get(clientId);
    if (pending) this.sent.set(clientId, { ...pending, state: 'failed' });
  }

  /** The server will not take it (too long, no longer a member): it is not sent again. */
  dropped(clientId: string): void {
    this.sent.delete(clientId);
  }

  private advance(): void {
    const grown: Message[] = [];
    while (this.ahead.size > 0) {
      const next = this.ahead.get(this.nextReadable());
      if (!next) break;
      this.ahead.delete(next.seq);
      this.last = next.seq;
      grown.push(next);
    }
    if (grown.length === 0) return;
    const news = this.noteWithdrawals(grown);
    this.ordered = [...this.ordered, ...grown];
    if (news) this.ordered = this.obeyed(this.ordered);
  }

  /** Whether lines tell of messages taken back. */
  private noteWithdrawals(lines: readonly Message[]): boolean {
    const before = this.withdrawn.size;
    for (const { kind, body } of lines) if (kind === 'system' && body.code === 'message.withdrawn') this.withdrawn.add(Number(body.params['seq']));
    return this.withdrawn.size > before;
  }

  /** A withdrawal takes the words away wherever they are held. */
  private obeyed(messages: readonly Message[]): Message[] {
    return messages.map((m) => (this.withdrawn.has(m.seq) && m.kind !== 'withdrawn' ? { ...m, kind: 'withdrawn', body: {} } : m));
  }

  private nextReadable(): number {
    const next = this.last + 1;
    const stretch = this.readable.find(([, to]) => to === null || to >= next);
    return stretch ? Math.max(next, stretch[0]) : next;
  }
}
