import { createHttpApp } from '@hejie/platform';
import { ApiModule } from './api.module.js';
import { contexts } from './contexts.js';
import { hostConfig, migrateForHost } from './host-environment.js';
import { runHost } from './run-host.js';

await runHost('api', async () => {
  const config = hostConfig(process.env);
  await migrateForHost(config);
  const app = await createHttpApp(ApiModule.forRoot({ config, contexts }), config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  return `api: listening on port ${port}`;
});
