import { hostConfig, migrateForHost } from './host-environment.js';
import { runHost } from './run-host.js';

await runHost('db:migrate', async () => {
  const ran = await migrateForHost(hostConfig(process.env));
  return ran.length ? `db:migrate: ran ${ran.join(', ')}` : 'db:migrate: the schema is up to date';
});
