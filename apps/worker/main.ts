import { NestFactory } from '@nestjs/core';
import { JsonLogger } from '@hejie/platform';
import { contexts } from '../api/contexts.js';
import { hostConfig, migrateForHost } from '../api/host-environment.js';
import { runHost } from '../api/run-host.js';
import { WorkerHostModule } from './worker-host.module.js';
import { workerModules } from './worker-modules.js';

await runHost('worker', async () => {
  const config = hostConfig(process.env);
  await migrateForHost(config);
  const app = await NestFactory.createApplicationContext(WorkerHostModule.forRoot({ config, contexts }, workerModules), {
    logger: new JsonLogger(config.logLevel, config.devTools),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  return 'worker: taking jobs';
});
