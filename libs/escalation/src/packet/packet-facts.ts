import type { Values } from '@hejie/papers';
import type { Track } from '../contract/index.js';

/** What a packet is written from: the case's own facts, never what was said in mediation or consultation. */
export interface PacketFacts {
  readonly track: Track;
  readonly caseNumber: string;
  /** Of the application and the list of evidence. */
  readonly values: Values;
  /** What the employer said of itself, where it applies too. */
  readonly employerValues: Values | null;
  readonly undisputedFacts: string | null;
  readonly chronology: readonly { at: Date; text: string }[];
  readonly madeAt: Date;
}
