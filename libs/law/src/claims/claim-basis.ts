import type { CivilDate } from '../dates/civil-date.js';
import type { Facts } from '../intake/facts.js';
import type { Step } from '../registry/topic.js';

/** A figure that a rule counts: the field of its value. Local figures in the input are null until the sheet fills them in. */
export interface Asked {
  readonly topic: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly field: string;
}

/** A figure that was told, yuan. */
export interface Stated {
  readonly stated: number;
  readonly what: Step;
}

export type Part = Asked | Stated;

/**
 * What a claim's range is made of. `low` holds if the open points go against the worker, `high` if they go the worker's way;
 * null: the law gives no figure. Each is the sum of its parts, none meaning 0.
 */
export interface ClaimBasis {
  readonly low: readonly Part[] | null;
  readonly high: readonly Part[] | null;
  /** Rules that say something about the claim besides its amount. */
  readonly shown: readonly Omit<Asked, 'field'>[];
  /** Questions without whose answer nothing can be counted. */
  readonly missing: readonly string[];
  /** What would change the range. */
  readonly changes: readonly Step[];
}

/** @param asOf the day of filing, where a period runs against the claim; null if it is not to be looked at */
export type ClaimBuilder = (facts: Facts, asOf: CivilDate | null) => ClaimBasis;

interface Rest {
  readonly shown?: ClaimBasis['shown'];
  readonly changes?: readonly Step[];
}

export const range = (low: readonly Part[], high: readonly Part[], { shown = [], changes = [] }: Rest = {}): ClaimBasis => ({ low, high, shown, missing: [], changes });
export const exactly = (parts: readonly Part[], rest: Rest = {}): ClaimBasis => range(parts, parts, rest);
export const noFigure = ({ shown = [], changes = [] }: Rest = {}): ClaimBasis => ({ low: null, high: null, shown, missing: [], changes });
export const missing = (questions: readonly string[], { shown = [], changes = [] }: Rest = {}): ClaimBasis => ({ low: null, high: null, shown, missing: questions, changes });
