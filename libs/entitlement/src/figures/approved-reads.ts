import { Injectable } from '@nestjs/common';
import { Batcher } from '@hejie/platform';
import { DataSource } from 'typeorm';

/** Most of what is kept at a time; past it everything is read anew. */
const MOST_KEPT = 5000;

/** Most who share one question whether anything was approved since. */
const MOST_ASKERS = 1000;

/**
 * What was read from the approved tables, kept until two officers approve something more: one short question,
 * shared by all who ask at the same time, finds that out.
 */
@Injectable()
export class ApprovedReads {
  private readonly questions = new Batcher(async (askers: readonly null[]) => {
    const at = performance.now();
    // an approval is never undone, so with each the number grows
    const [row] = await this.dataSource.query<{ n: number }[]>('select count(*)::int as n from figure_change where approved');
    if (row!.n !== this.approvals) this.kept = new Map();
    this.approvals = row!.n;
    this.askedAt = at;
    return askers;
  }, MOST_ASKERS);
  private approvals = -1;
  private askedAt = -Infinity;
  private kept = new Map<string, Promise<unknown>>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param key what is read, and for what
   * @param read reads it from the approved rows and from nothing else; its answer is shared and must not be changed
   * @param ageMs for how long what another process approved may go unseen: not at all, unless told
   */
  async of<T>(key: string, read: () => Promise<T>, ageMs = 0): Promise<T> {
    if (ageMs === 0 || performance.now() - this.askedAt > ageMs) await this.questions.add(null);
    if (this.kept.size >= MOST_KEPT) this.kept = new Map();
    const { kept } = this;
    const known = kept.get(key) as Promise<T> | undefined;
    if (known) return known;
    const reading = read();
    kept.set(key, reading);
    reading.catch(() => kept.delete(key));
    return reading;
  }

  /** Something was approved here: whatever is asked from now on is read anew. */
  forget(): void {
    this.kept = new Map();
    this.askedAt = -Infinity;
  }
}
