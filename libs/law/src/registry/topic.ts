import type { z } from 'zod';
import type { Calendars } from '../dates/holiday-calendar.js';

/** One text in both languages: a step of a working, a title, a caution. */
export interface Step {
  readonly zh: string;
  readonly en: string;
}

export const say = (zh: string, en: string): Step => ({ zh, en });

export interface Outcome<O> {
  readonly value: O;
  readonly working: readonly Step[];
  /** What could change the result: province differences, unknown calendars, matters for a lawyer. */
  readonly warnings: readonly Step[];
  /** Where one rule of a family stands, if nearer than the topic's own source. */
  readonly source?: string;
}

/** What the figures of a value are: `yuan` are gross amounts in yuan, `check` is an answer of yes or no with its grounds. */
export type Unit = 'date' | 'yuan' | 'yuan per month' | 'days' | 'months' | 'percent' | 'check';

/** How sure it is that the law reads so: the text was read, a second-hand report of it, or practice that a lawyer has still to confirm. */
export type Certainty = 'verified' | 'secondary' | 'unverified';

/** One rule of law that can be asked by name with data. Pure: the same input and calendars give the same outcome for ever. */
export interface Topic<I = unknown, O = unknown> {
  readonly topic: string;
  readonly title: Step;
  readonly unit: Unit;
  /** Where it stands: law and articles, separated by `; `, e.g. `民法典 Art 201-203`. Read by `articlesOf`. */
  readonly source: string;
  /** Since when the law reads as implemented, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  /** Last day on which it reads so; null while in force. */
  readonly effectiveTo: string | null;
  readonly certainty: Certainty;
  /** Strict: an unknown key is an error. Local figures may be null, then the answer is "not available". */
  readonly input: z.ZodType<I>;
  /** @throws NotLoaded when a local figure it needs was not given */
  readonly evaluate: (input: I, calendars: Calendars) => Outcome<O>;
}

export function defineTopic<I, O>(topic: Omit<Topic<I, O>, 'effectiveTo' | 'certainty'> & { readonly effectiveTo?: string; readonly certainty?: Certainty }): Topic<I, O> {
  return { effectiveTo: null, certainty: 'verified', ...topic };
}
