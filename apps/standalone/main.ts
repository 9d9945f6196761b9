import { createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Organisations } from '@hejie/identity';
import { ConfigError, createHttpApp, JsonLogger } from '@hejie/platform';
import { contexts } from '../api/contexts.js';
import { hostConfig, migrateForHost } from '../api/host-environment.js';
import { reasonOf } from '../api/run-host.js';
import { WorkerHostModule } from '../worker/worker-host.module.js';
import { workerModules } from '../worker/worker-modules.js';
import { DEMO_LAWYERS } from './demo/demo-accounts.js';
import { demoAccounts } from './demo/shown-accounts.js';
import { seedDemo } from './demo/seed-demo.js';
import { Installation } from './installation.js';
import { standaloneSettings } from './standalone-settings.js';

const started = performance.now();
const say = (line: string) => console.log(line);
let installation: Installation | undefined;
let app: NestFastifyApplication | undefined;
let stopping: Promise<void> | undefined;

try {
  await start();
} catch (error) {
  console.error(`\nHejie cannot start: ${reasonOf(error)}`);
  await stop().catch(() => undefined);
  process.exit(1);
}

async function start(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130); // asked twice: do not insist on order
      say('\nStopping ...');
      void stop().then(() => process.exit(0), () => process.exit(1));
    });
  }
  const { env: given, seed, forOthers } = standaloneSettings(process.env);
  installation = new Installation(given);
  let { env } = installation;
  const checked = hostConfig({ DATABASE_URL: 'postgres://unknown-yet', ...env });
  if (forOthers && !checked.devTools) say(`  ${forOthers} is set, so this is no demo: no demo city is made, and no SMS code can be read here (SMS_GATEWAY_URL sends them).`);
  await portIsFree(checked.port, checked.host);

  if (!env['DATABASE_URL']) {
    say('  database: starting the embedded PostgreSQL ...');
    env = await installation.start();
  }
  const config = hostConfig(env);
  const ran = await migrateForHost(config);
  if (ran.length) say(`  database: ${ran.length} migrations applied`);

  app = await createHttpApp(WorkerHostModule.forRoot({ config, contexts }, workerModules), config);
  const organisations = app.get(Organisations, { strict: false });
  if (seed !== 'none' && !(await organisations.root())) {
    say('  demo: making the demo city ...');
    const open = await seedDemo(config, seed);
    // making it says nothing, and the process has one logger: without this nothing would be logged until the next start
    app.useLogger(new JsonLogger(config.logLevel, config.devTools));
    say(`  demo: made a city with its union, ${DEMO_LAWYERS.length} lawyers, last year's cases and ${open} cases under way`);
  }
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  say(`\n  Hejie 和解 is ready at ${config.publicUrl ?? `http://localhost:${port}`}  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (config.devTools) say(await demoAccounts(app));
  if (!(await organisations.root())) say('\n  It is empty: `npm run found-union` makes its union and first administrator (see README).');
  say('  Stop with Ctrl-C.\n');
}

function stop(): Promise<void> {
  stopping ??= (async () => {
    await app?.close();
    await installation?.close();
  })();
  return stopping;
}

/** Asked before the database is started, so that a taken port is told at once. */
function portIsFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new ConfigError(`port ${port} is taken; set PORT to another`) : error),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
