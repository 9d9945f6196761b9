// One PostgreSQL for the whole test run. Spec files make their own databases in it.
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '../../apps/standalone/build.mjs';

/** Bytes a whole run leaves in its folder, with room to spare. */
const ROOM = 8 * 2 ** 30;

/** A file system in memory where the machine has one with room: copying and dropping databases took one suite 27 s of the kernel's time on a disk, 15 there. */
function parent() {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  // what a run left that was broken off would take up memory until the machine restarts
  for (const name of readdirSync(memory)) {
    const [, pid] = /^hejie-test-(\d+)-/.exec(name) ?? [];
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(memory, name), { recursive: true, force: true });
  }
  if (freemem() < 2 * ROOM) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize < ROOM ? tmpdir() : memory;
}

export default async function globalSetup() {
  await buildServer();
  const { EmbeddedDatabase } = await import('../../dist/apps/standalone/embedded-database.js');
  const folder = mkdtempSync(join(parent(), `hejie-test-${process.pid}-`));
  chmodSync(folder, 0o755);
  const postgres = new EmbeddedDatabase({
    folder: join(folder, 'postgres'),
    password: 'test',
    // a test's database is thrown away: durability on the disk is not what these tests are about, nor is tidying two hundred of them
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_connections=300'],
  });
  await postgres.start();
  process.env.HEJIE_TEST_POSTGRES = postgres.url('').replace(/\/$/, '');
  process.env.HEJIE_TEST_FOLDER = folder;
  globalThis.hejieTestPostgres = postgres;
}
