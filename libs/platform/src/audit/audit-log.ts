import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/unit-of-work.js';
import { AuditEntry } from './audit-entry.entity.js';

const GENESIS = '0'.repeat(64);

export interface AuditLine {
  /** Who did it; null for the system itself. */
  readonly actorId: string | null;
  /** A verb in the past tense with its context, e.g. `identity.phone_read`. */
  readonly action: string;
  /** What it was done to, e.g. `account:0190...`. */
  readonly subject: string;
  /** Ids and codes only; never the personal data that was read. */
  readonly detail?: Record<string, unknown>;
}

/** The append-only hash chain of who read or changed what. */
@Injectable()
export class AuditLog {
  constructor(private readonly clock: Clock) {}

  /** Appends in the caller's transaction. Appends of all processes go one after the other. */
  async append(tx: Tx, line: AuditLine): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('audit', 0))`);
    const last = await tx.findOne(AuditEntry, { where: {}, order: { seq: 'DESC' } });
    const entry = {
      seq: String(BigInt(last?.seq ?? 0) + 1n),
      at: this.clock.now(),
      actorId: line.actorId,
      action: line.action,
      subject: line.subject,
      detail: line.detail ?? {},
      previousHash: last?.hash ?? GENESIS,
    };
    await tx.insert(AuditEntry, { ...entry, detail: entry.detail as object, hash: hashOf(entry) });
  }

  /** The first broken link's `seq`, or null when the whole chain holds. */
  async firstBroken(tx: Tx): Promise<string | null> {
    let previous = GENESIS;
    for (let after = '0'; ; ) {
      const page = await tx
        .createQueryBuilder(AuditEntry, 'a')
        .where('a.seq > :after', { after })
        .orderBy('a.seq')
        .limit(1000)
        .getMany();
      if (page.length === 0) return null;
      for (const entry of page) {
        if (entry.previousHash !== previous || entry.hash !== hashOf(entry)) return entry.seq;
        previous = entry.hash;
      }
      after = page.at(-1)!.seq;
    }
  }
}

type Hashed = Omit<AuditEntry, 'hash'>;

function hashOf(e: Hashed): string {
  const line = [e.seq, e.at.toISOString(), e.actorId, e.action, e.subject, canonical(e.detail), e.previousHash];
  return createHash('sha256').update(JSON.stringify(line)).digest('hex');
}

/** jsonb does not keep the order of keys, so the hash takes them sorted. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}
