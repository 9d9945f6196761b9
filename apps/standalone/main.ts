import { createServer } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Organisations } from '@hejie/identity';
import { ConfigError, createHttpApp } from '@hejie/platform';
import { contexts } from '../api/contexts.js';
import { hostConfig, migrateForHost } from '../api/host-environment.js';
import { reasonOf } from '../api/run-host.js';
import { WorkerHostModule } from '../worker/worker-host.module.js';
import { workerModules } from '../worker/worker-modules.js';
import { DataFolder } from './data-folder.js';
import { DEMO_LAWYERS, DEMO_PASSWORD, DEMO_STAFF, DEMO_TOTP_SECRET } from './demo/demo-accounts.js';
import { seedDemo, seedOf, type Seed } from './demo/seed-demo.js';
import { DEMO_WORKER } from './demo/story/open-cases.js';
import { EmbeddedDatabase, ensureDatabase, STANDALONE_SETTINGS } from './embedded-database.js';

const DATABASE = 'hejie';

const started = performance.now();
const say = (line: string) => console.log(line);
let database: EmbeddedDatabase | undefined;
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
  const env: NodeJS.ProcessEnv = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const folder = new DataFolder(env['DATA_DIR'] ?? '.data');
  env['DATA_DIR'] = folder.path;
  env['FIELD_KEY'] ??= folder.secrets.fieldKey;
  env['DEV_TOOLS'] ??= 'true';
  // with the development gateway anybody who can open the page can read the codes: this machine only
  env['HOST'] ??= env['DEV_TOOLS'] === 'true' ? '127.0.0.1' : '0.0.0.0';
  const checked = hostConfig({ ...env, DATABASE_URL: env['DATABASE_URL'] ?? 'postgres://unknown-yet' });
  const seed = seedOf(env);
  await portIsFree(checked.port, checked.host);

  if (!env['DATABASE_URL']) {
    say('  database: starting the embedded PostgreSQL ...');
    database = new EmbeddedDatabase({ folder: join(folder.path, 'postgres'), password: folder.secrets.databasePassword, settings: STANDALONE_SETTINGS });
    await database.start();
    await ensureDatabase(database.url('postgres'), DATABASE);
    env['DATABASE_URL'] = database.url(DATABASE);
  }
  const config = hostConfig(env);
  const ran = await migrateForHost(config);
  if (ran.length) say(`  database: ${ran.length} migrations applied`);

  app = await createHttpApp(WorkerHostModule.forRoot({ config, contexts }, workerModules), config);
  if (config.devTools && seed !== 'none' && !(await app.get(Organisations, { strict: false }).root())) {
    say('  demo: making the demo city ...');
    const open = await seedDemo(config, seed);
    say(`  demo: made a city with its union, ${DEMO_LAWYERS.length} lawyers, last year's cases and ${open} cases under way`);
  }
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  say(`\n  Hejie 和解 is ready at ${config.publicUrl ?? `http://localhost:${port}`}  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (config.devTools) sayDemoAccounts(seed);
  say('  Stop with Ctrl-C.\n');
}

function sayDemoAccounts(seed: Seed): void {
  say(`
  Workers and employers sign in with any mobile number, e.g. 13800138000; the SMS code is shown on /dev/messages.
${seed === 'demo' ? `  ${DEMO_WORKER.phone} is ${DEMO_WORKER.name}, a worker of the demo city in the middle of mediation.\n` : ''}  Staff sign in at /desk/sign-in with password ${DEMO_PASSWORD} and the code that \`npm run staff-code\` prints
  (or an authenticator app with the secret ${DEMO_TOTP_SECRET}):`);
  for (const { username, shown } of DEMO_STAFF) if (shown) say(`    ${username.padEnd(12)} ${shown}`);
  say(`    ${DEMO_LAWYERS[0]!.username.padEnd(12)} 律师 lawyer ${DEMO_LAWYERS[0]!.name} (lawyer2 ... lawyer14 likewise)\n`);
}

function stop(): Promise<void> {
  stopping ??= (async () => {
    await app?.close();
    await database?.stop();
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
