import type { Message } from '@hejie/rooms/contract';

/** What one client did or saw. `account` and `room` are ids. */
export type Fact = { readonly account: string; readonly room: string } & (
  | { readonly what: 'sent'; readonly clientId: string; readonly text: string }
  /** By the ack, or by its own delivery. */
  | { readonly what: 'acked'; readonly clientId: string; readonly seq: number }
  /** For good: the client does not send it again. */
  | { readonly what: 'refused'; readonly clientId: string; readonly code: string }
  | { readonly what: 'observed'; readonly by: 'frame' | 'join' | 'page'; readonly message: Message }
  /** The log that a client showed at the end. */
  | { readonly what: 'view'; readonly seqs: readonly number[] }
);

/** Everything that all clients of a run did and saw, in the order it was recorded. */
export class History {
  readonly facts: Fact[] = [];

  record(fact: Fact): void {
    this.facts.push(fact);
  }
}
