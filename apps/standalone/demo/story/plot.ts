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
  /** Who stands together in it, the worker first. */
  readonly group?: readonly { readonly name: string; readonly monthlyYuan: number }[];
}

/** One thing that happens in a case. */
export interface Scene {
  readonly at: Moment;
  readonly act: (story: MediatedStory, now: Date) => Promise<void>;
}

/** The mobile number of the n-th case's worker, counted from 1. */
export const workerPhone = (n: number) => `1990000${String(n).padStart(4, '0')}`;
/** Of the i-th of those who stand with the worker of the n-th case. */
export const colleaguePhone = (n: number, i: number) => `1990002${String(n).padStart(2, '0')}${String(i).padStart(2, '0')}`;
