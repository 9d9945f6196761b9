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

  /** Like `run`, but two callers with the same key go one after the other, on every process. */
  serialised<T>(key: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
      return work(tx);
    });
  }
}
