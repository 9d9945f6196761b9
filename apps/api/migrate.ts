import { Config, migrate } from '@hejie/platform';
import { contexts } from './contexts.js';
import { runHost } from './run-host.js';

await runHost('db:migrate', async () => {
  const ran = await migrate(new Config(process.env).databaseUrl, contexts);
  return ran.length ? `db:migrate: ran ${ran.join(', ')}` : 'db:migrate: the schema is up to date';
});
