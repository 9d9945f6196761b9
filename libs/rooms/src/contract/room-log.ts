import type { Message, Outgoing } from './room.contract.js';

export interface Pending {
  readonly message: Outgoing;
  readonly state: 'sending' | 'failed';
}

/**
 * A room as one client knows it: messages in order without holes, and what it sent that is not
 * confirmed yet. Free of sockets, so that the web app and the tests run the same rules.
 *
 * Messages that arrive ahead of a hole wait aside; `gapAfter` then says from where to ask again.
 */
export class RoomLog {
  private readonly ordered: Message[] = [];
  private readonly ahead = new Map<number, Message>();
  private readonly sent = new Map<string, Pending>();

  /** Confirmed messages, `seq` dense from the first one held. */
  get messages(): readonly Message[] {
    return this.ordered;
  }

  /** What this client sent and has not seen confirmed, oldest first. */
  get pending(): readonly Pending[] {
    return [...this.sent.values()];
  }

  /** The last `seq` held without a hole; what to pass as `afterSeq` when joining. */
  get lastSeq(): number {
    return this.ordered.at(-1)?.seq ?? 0;
  }

  /** The `seq` after which something is missing, or null when nothing is. */
  get gapAfter(): number | null {
    return this.ahead.size > 0 ? this.lastSeq : null;
  }

  /** Takes messages in any order, any number of times. */
  receive(messages: readonly Message[]): void {
    for (const message of messages) {
      if (message.seq > this.lastSeq) this.ahead.set(message.seq, message);
      this.sent.delete(message.clientId);
    }
    for (let next = this.ahead.get(this.lastSeq + 1); next; next = this.ahead.get(this.lastSeq + 1)) {
      this.ahead.delete(next.seq);
      this.ordered.push(next);
    }
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
}
