import type { Message } from '@hejie/rooms/contract';

/** What one client did or saw. `account` and `room` are ids. */
export type Fact = { readonly account: string; readonly room: string } & (
  | { readonly what: 'sent'; readonly clientId: string; readonly text: string }
  /** It was sent with the wish for an ack. */
  | { readonly what: 'asked'; readonly clientId: string }
  /** By the ack, by its own delivery, or by being there after a new line or a gap. What only the last look shows was never confirmed. */
  | { readonly what: 'acked'; readonly by: 'ack' | 'frame' | 'join'; readonly clientId: string; readonly seq: number }
  /** For good: the client does not send it again. */
  | { readonly what: 'refused'; readonly clientId: string; readonly code: string }
  /** Heard as it was said, on the client's `line`-th line. */
  | { readonly what: 'observed'; readonly by: 'frame'; readonly line: number; readonly message: Message }
  /** Asked for: after a new line or a gap, or at the end of the run. */
  | { readonly what: 'observed'; readonly by: 'join' | 'end'; readonly message: Message }
  /** The office put them out of the room, or is about to. */
  | { readonly what: 'removed' }
  /** They were told that they are not in the room. */
  | { readonly what: 'outcast'; readonly by: 'join' | 'word' }
  /** The log that a client showed at the end. */
  | { readonly what: 'view'; readonly seqs: readonly number[] }
);

/** Everything that all clients of a run did and saw, in the order it was recorded. */
export class History {
  readonly facts: Fact[] = [];

  record(...facts: readonly Fact[]): void {
    this.facts.push(...facts);
  }
}
