import type { core } from 'zod';

/** Stable refusal code -> HTTP status. The text is in the context's messages under the same code. */
export type RefusalTable = Readonly<Record<string, number>>;

export interface RefusalDetails {
  /** Fills `{name}` places of the message. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Extra members of the problem document, e.g. the allowed moves of a 409. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** What is wrong with what was given, item by item; becomes `errors`, worded for the reader. */
  readonly issues?: readonly core.$ZodIssue[];
  /** Seconds after which trying again makes sense; becomes `Retry-After`. */
  readonly retryAfter?: number;
}

/** An expected "no". It carries a code; wording and status are found by one filter for HTTP and sockets. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/**
 * Makes a context's own thrower, so that a code that is not in its table does not compile.
 * @example const refuse = refusals(casesRefusals); throw refuse('CASE_NOT_FOUND');
 */
export function refusals<T extends RefusalTable>(_table: T): (code: keyof T & string, details?: RefusalDetails) => Refusal {
  return (code, details) => new Refusal(code, details);
}
