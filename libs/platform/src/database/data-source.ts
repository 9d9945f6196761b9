import { DataSource } from 'typeorm';
import type { ContextDefinition } from '../context/context.js';
import { platformEntities } from './platform-entities.js';
import { platformMigrations } from './platform-migrations.js';

/**
 * The connection to PostgreSQL for the given contexts, not yet initialised. The schema is made by
 * migrations only (`synchronize` stays off).
 */
export function createDataSource(databaseUrl: string, poolSize: number, contexts: readonly ContextDefinition[]): DataSource {
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
    extra: { connectionTimeoutMillis: 10_000 },
  });
}
