import { runMigrations as migrateQueue } from 'bullmq';
import pg from 'pg';
import type { ContextDefinition } from '../context/context.js';
import { createDataSource } from './data-source.js';

/** Any number that is ours alone: two processes starting together must not migrate together. */
const MIGRATION_LOCK = 0x68656a6965;

/**
 * Brings the database to the newest schema: ours by migration files, the queue's by its own.
 * Safe to call from several processes at once; answers the names of the migrations it ran.
 */
export async function migrate(databaseUrl: string, contexts: readonly ContextDefinition[]): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateQueue(lock as never);
    const dataSource = await createDataSource(databaseUrl, 2, contexts, 0).initialize(); // a migration may take its time
    try {
      return (await dataSource.runMigrations()).map((m) => m.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await lock.end();
  }
}
