import type { z } from 'zod';

/** One step a person can follow, in both languages. */
export interface Step {
  readonly zh: string;
  readonly en: string;
}

export interface Outcome<O> {
  readonly value: O;
  readonly working: readonly Step[];
  /** What could change the result: province differences, unknown calendars, matters for a lawyer. */
  readonly warnings: readonly Step[];
}

/** One rule of law that can be asked by name with data. */
export interface Topic<I = unknown, O = unknown> {
  readonly topic: string;
  readonly title: Step;
  /** Where it stands, e.g. 民法典 Art 201-203. */
  readonly source: string;
  /** Since when it reads as implemented, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  readonly input: z.ZodType<I>;
  readonly evaluate: (input: I) => Outcome<O>;
}

export function defineTopic<I, O>(topic: Topic<I, O>): Topic<I, O> {
  return topic;
}
