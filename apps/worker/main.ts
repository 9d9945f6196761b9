import { NestFactory } from '@nestjs/core';
import { Config, JsonLogger } from '@hejie/platform';
import { contexts } from '../api/contexts.js';
import { runHost } from '../api/run-host.js';
import { WorkerHostModule } from './worker-host.module.js';
import { workerModules } from './worker-modules.js';

await runHost('worker', async () => {
  const config = new Config(process.env);
  const app = await NestFactory.createApplicationContext(WorkerHostModule.forRoot({ config, contexts }, workerModules), {
    logger: new JsonLogger(config.logLevel, config.devTools),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  return 'worker: taking jobs';
});
