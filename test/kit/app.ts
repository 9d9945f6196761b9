import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, Config, createHttpApp } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { ApiModule } from '../../apps/api/api.module.js';
import { contexts } from '../../apps/api/contexts.js';
import { WorkerHostModule } from '../../apps/worker/worker-host.module.js';
import { workerModules } from '../../apps/worker/worker-modules.js';
import { createTestDatabase } from './database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  /** http://127.0.0.1:<port> */
  readonly url: string;
  readonly config: Config;
  readonly db: DataSource;
  /** What time the app thinks it is. */
  now(): Date;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly clock?: Clock;
  /** Overrides of the process environment, e.g. `{ SMTP_URL }` or a second app on the same `DATABASE_URL`. */
  readonly env?: Record<string, string>;
  /** Whether it does jobs; an api process of several does none. */
  readonly jobs?: boolean;
}

/** The whole product (HTTP, sockets, jobs) on a database of its own and a free port. */
export async function startTestApp({ clock, env = {}, jobs = true }: TestAppOptions = {}): Promise<TestApp> {
  const config = new Config({
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: env['DATABASE_URL'] ?? (await createTestDatabase()),
    DATA_DIR: await mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'data-')),
    FIELD_KEY: randomBytes(32).toString('base64'),
    DEV_TOOLS: 'true',
    // tests of the whole product sign in hundreds of people from one address
    CODES_PER_ADDRESS: '100000',
    TRIES_PER_ADDRESS: '100000',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'fatal',
    ...env,
  });
  const options = { config, contexts, ...(clock ? { clock } : {}) };
  const app = await createHttpApp(jobs ? WorkerHostModule.forRoot(options, workerModules) : ApiModule.forRoot(options), config);
  await app.listen(config.port, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}`, config, db: app.get(DataSource), now: () => app.get(Clock).now(), close: () => app.close() };
}
