import { createHash } from 'node:crypto';
import { contexts } from '../../apps/api/contexts.js';
import { migrate, newId } from '@hejie/platform';
import pg from 'pg';

const server = () => process.env.HEJIE_TEST_POSTGRES!;

/** A fresh database with the whole schema; the first caller of a schema version migrates a template that the others copy. */
export async function createTestDatabase(): Promise<string> {
  const admin = new pg.Client({ connectionString: `${server()}/postgres` });
  await admin.connect();
  try {
    const version = createHash('sha256')
      .update(contexts.flatMap((c) => c.migrations.map((m) => m.toString())).join())
      .digest('hex')
      .slice(0, 12);
    const template = `template_${version}`;
    await admin.query('select pg_advisory_lock(1)');
    const ready = await admin.query('select 1 from pg_database where datname = $1 and datallowconn = false', [template]);
    if (ready.rowCount === 0) {
      await admin.query(`drop database if exists ${template}`);
      await admin.query(`create database ${template}`);
      await migrate(`${server()}/${template}`, contexts);
      await admin.query(`alter database ${template} with allow_connections false`);
    }
    return await copy(admin, template);
  } finally {
    await admin.end();
  }
}

/** A copy of a test's database to which nobody is connected. */
export async function copyOf(url: string): Promise<string> {
  const admin = new pg.Client({ connectionString: `${server()}/postgres` });
  await admin.connect();
  try {
    return await copy(admin, url.split('/').at(-1)!);
  } finally {
    await admin.end();
  }
}

async function copy(admin: pg.Client, template: string): Promise<string> {
  const name = `test_${newId().replaceAll('-', '')}`;
  await admin.query(`create database ${name} template ${template}`);
  return `${server()}/${name}`;
}
