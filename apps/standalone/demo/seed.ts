import { NestFactory } from '@nestjs/core';
import { contexts } from '../../api/contexts.js';
import { hostConfig, migrateForHost } from '../../api/host-environment.js';
import { runHost } from '../../api/run-host.js';
import { ApiModule } from '../../api/api.module.js';
import { seedDemo } from './seed-demo.js';

// `npm run seed:demo`: the demo city in the database of DATABASE_URL, for trying the distributed mode
await runHost('seed:demo', async () => {
  const config = hostConfig(process.env);
  await migrateForHost(config);
  const app = await NestFactory.createApplicationContext(ApiModule.forRoot({ config, contexts }), { logger: false, abortOnError: false });
  const seeded = await seedDemo(app);
  await app.close();
  return seeded ? 'seed:demo: the demo city is in place' : 'seed:demo: there is a city already; nothing changed';
});
