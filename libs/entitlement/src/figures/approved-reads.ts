import { Injectable } from '@nestjs/common';
import { Batcher } from '@hejie/platform';
import { DataSource } from 'typeorm';

/** Most of what is kept at a time; past it everything is read anew. */
const MOST_KEPT = 5000;

/** Most who share one question whether anything was approved since. */
const MOST_ASKERS = 1000;

/**
 * What was read from the approved tables, kept until two officers approve something more. Whoever
 * asks is told what was approved when they asked: one short question, shared by all who ask at the
 * same time, comes before every answer from memory.
 */
@Injectable()
export class ApprovedReads {
  private readonly approvals = new Batcher(async (askers: readonly null[]) => {
    // an approval is never undone, so with each the number grows
    const [row] = await this.dataSource.query<{ n: number }[]>('select count(*)::int as n from figure_change where approved');
    return askers.map(() => row!.n);
  }, MOST_ASKERS);
  private asOf = -1;
  private kept = new Map<string, Promise<unknown>>();

  constructor(private readonly dataSource: DataSource) {}

  /** @param key what is read, and for what @param read reads it from the approved rows and from nothing else; its answer is shared and must not be changed */
  async of<T>(key: string, read: () => Promise<T>): Promise<T> {
    const approvals = await this.approvals.add(null);
    if (approvals !== this.asOf || this.kept.size >= MOST_KEPT) {
      this.asOf = approvals;
      this.kept = new Map();
    }
    const kept = this.kept;
    const known = kept.get(key) as Promise<T> | undefined;
    if (known) return known;
    const reading = read();
    kept.set(key, reading);
    reading.catch(() => kept.delete(key));
    return reading;
  }
}
