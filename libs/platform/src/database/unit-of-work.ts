import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The handle of one transaction; everything written through it commits or vanishes together. */
export type Tx = EntityManager;

@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one READ COMMITTED transaction; it commits when the promise resolves and rolls back when it rejects. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** Like `run`, but two callers with a key in common go one after the other, on every process. */
  serialised<T>(keys: string | readonly string[], work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(async (tx) => {
      // always in one order, or two callers could wait for each other
      for (const key of [keys].flat().sort()) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
      return work(tx);
    });
  }
}
