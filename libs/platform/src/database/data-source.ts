import { Socket } from 'node:net';
import { DataSource } from 'typeorm';
import type { ContextDefinition } from '../context/context.js';
import { platformEntities } from './platform-entities.js';
import { platformMigrations } from './platform-migrations.js';

/** A line on which nothing has passed for so long while it was in use is dead. Longer than any statement of ours takes. */
const SILENCE_MS = 60_000;
/** What a transaction holds is let go when its process says nothing for so long: it is gone, or stuck. */
const IDLE_MS = 30_000;

/**
 * The connection to PostgreSQL for the given contexts, not yet initialised. The schema is made by
 * migrations only (`synchronize` stays off).
 * @param silenceMs after how long a silent line is given up; 0: never
 */
export function createDataSource(databaseUrl: string, poolSize: number, contexts: readonly ContextDefinition[], silenceMs = SILENCE_MS): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    poolSize,
    entities: [...platformEntities, ...contexts.flatMap((c) => c.entities)],
    migrations: [...platformMigrations, ...contexts.flatMap((c) => c.migrations)],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    applicationName: 'hejie',
    installExtensions: false,
    extra: { connectionTimeoutMillis: 10_000, keepAlive: true, idle_in_transaction_session_timeout: IDLE_MS, stream: () => mortalSocket(silenceMs) },
  });
}

/** Breaks when its line went dead without a word (a network or a server that is gone); a pool would otherwise fill with such lines and wait for them for good. */
function mortalSocket(silenceMs: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(silenceMs, () => socket.destroy(Object.assign(new Error('the line to the database is dead'), { code: 'ETIMEDOUT' })));
}
