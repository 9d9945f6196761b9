/** Bytes of a page of catching up: what one gets unasked, and what one may ask for. */
export const PAGE_BYTES = { least: 32_768, most: 262_144 } as const;

/** Answered within this, a page may be twice as large; later than that, half. */
const QUICK_MS = 1000;
const SLOW_MS = 3000;

/**
 * How much one asks for at a time while catching up: a line that brings a page quickly brings the next one in fewer
 * round trips, and one that does not gets pages it takes in before its reader gives up. Never more than `PAGE_BYTES.most` waits for a client.
 */
export class CatchUpPace {
  private size: number = PAGE_BYTES.least;

  /** What to ask for with the next join. */
  get ask(): { pageBytes?: number } {
    return this.size > PAGE_BYTES.least ? { pageBytes: this.size } : {};
  }

  /** @param ms from the question to the answer */
  took(ms: number): void {
    if (ms <= QUICK_MS) this.size = Math.min(PAGE_BYTES.most, this.size * 2);
    else if (ms > SLOW_MS) this.size = Math.max(PAGE_BYTES.least, this.size / 2);
  }

  /** No answer came. */
  failed(): void {
    this.size = PAGE_BYTES.least;
  }
}
