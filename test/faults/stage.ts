import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Config, migrate } from '@hejie/platform';
import pg from 'pg';
import { ApiModule } from '../../apps/api/api.module.js';
import { contexts } from '../../apps/api/contexts.js';
import { createTestDatabase } from '../kit/database.js';
import { Api } from './api.js';
import { RedisServer } from '../kit/redis-server.js';

export interface StageOptions {
  /** How many api processes; more than one share a Redis. */
  readonly apis: number;
  /** An empty database, or one with the schema; by default a new one. */
  readonly databaseUrl?: string;
}

/** The built api on a database, and where there are several of it, a Redis. Several worlds may use one after the other. */
export class Stage {
  private constructor(
    readonly apis: readonly Api[],
    readonly db: pg.Pool,
    /** The product's own classes on the same database, for what other contexts do to rooms. */
    readonly office: INestApplicationContext,
    private readonly redisOfSeveral: RedisServer | undefined,
  ) {}

  static async start({ apis, databaseUrl = '' }: StageOptions): Promise<Stage> {
    const url = databaseUrl || (await createTestDatabase());
    await migrate(url, contexts);
    const redis = apis > 1 ? await RedisServer.start() : undefined;
    const dataDir = await mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'faults-'));
    const env = { DATABASE_URL: url, DATA_DIR: dataDir, FIELD_KEY: randomBytes(32).toString('base64'), LOG_LEVEL: 'warn', ...(redis ? { REDIS_URL: redis.url } : {}) };
    const config = new Config({ ...env, NODE_ENV: 'test', DATABASE_POOL: '2', LOG_LEVEL: 'fatal', REDIS_URL: '' });
    const office = await NestFactory.createApplicationContext(ApiModule.forRoot({ config, contexts }), { logger: false });
    const db = new pg.Pool({ connectionString: url, max: 4 });
    db.on('error', () => undefined); // a scenario may kill the database
    const started = await Promise.all(Array.from({ length: apis }, () => Api.start(env)));
    return new Stage(started, db, office, redis);
  }

  get redis(): RedisServer {
    if (!this.redisOfSeveral) throw new Error('one api process has no Redis');
    return this.redisOfSeveral;
  }

  async close(): Promise<void> {
    await Promise.all(this.apis.map((a) => a.stop()));
    await this.redisOfSeveral?.stop();
    await this.office.close();
    await this.db.end();
  }
}
