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
