// One PostgreSQL for the whole test run. Spec files make their own databases in it.
import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '../../apps/standalone/build.mjs';

export default async function globalSetup() {
  await buildServer();
  const { EmbeddedDatabase } = await import('../../dist/apps/standalone/embedded-database.js');
  const folder = mkdtempSync(join(tmpdir(), 'hejie-test-'));
  chmodSync(folder, 0o755);
  const postgres = new EmbeddedDatabase({
    folder: join(folder, 'postgres'),
    password: 'test',
    // a test's database is thrown away: durability on the disk is not what these tests are about
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'],
  });
  await postgres.start();
  process.env.HEJIE_TEST_POSTGRES = postgres.url('').replace(/\/$/, '');
  process.env.HEJIE_TEST_FOLDER = folder;
  globalThis.hejieTestPostgres = postgres;
}
