import { Config, createHttpApp } from '@hejie/platform';
import { ApiModule } from './api.module.js';
import { contexts } from './contexts.js';
import { runHost } from './run-host.js';

await runHost('api', async () => {
  const config = new Config(process.env);
  const app = await createHttpApp(ApiModule.forRoot({ config, contexts }), config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  return `api: listening on port ${config.port}`;
});
