import type { ClaimKind, DisputeType } from '@hejie/law';
import type { MediatedStory } from './mediated-story.js';
import type { Moment } from './moments.js';

/** What one demo case is about and who is in it. */
export interface Plot {
  readonly worker: string;
  readonly employer: string;
  /** Of the employer, once invited. */
  readonly representative: string;
  readonly type: DisputeType;
  readonly claim: ClaimKind;
  readonly yuan: number;
  readonly story: string;
  /** Usernames of staff. */
  readonly lawyer: string;
  readonly mediator: string;
  readonly groupSize?: number;
}

/** One thing that happens in a case. */
export interface Scene {
  readonly at: Moment;
  readonly act: (story: MediatedStory, now: Date) => Promise<void>;
}

/** The mobile number of the n-th case's worker, counted from 1. */
export const workerPhone = (n: number) => `1990000${String(n).padStart(4, '0')}`;
