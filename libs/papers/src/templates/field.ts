import type { Step } from '@hejie/law';
import type { SignatureLine } from '../paper.js';

export type FieldKind = 'text' | 'long' | 'date' | 'money' | 'count' | 'idNumber' | 'uscc' | 'phone' | 'choice' | 'consent' | 'items' | 'rows' | 'signatures';

/** Whose word a field is; only that side is asked for it. `party`: either side, each for itself. `case`: nobody is asked, the case knows it or it is counted from it. */
export type FieldOf = 'worker' | 'employer' | 'agent' | 'party' | 'staff' | 'case';

export interface Field {
  readonly label: Step;
  readonly kind: FieldKind;
  readonly of: FieldOf;
  readonly hint?: Step;
  /** Of a choice: what may be chosen, and how the paper says it. */
  readonly options?: Readonly<Record<string, Step>>;
}

/** `money` in fen, `count` a number, `date` YYYY-MM-DD, `choice` an option's key, `consent` yes or no. */
export type Value = string | number | readonly string[] | readonly (readonly string[])[] | readonly SignatureLine[];
