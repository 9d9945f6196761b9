import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RedisServer, startTestApp } from '@hejie/test-kit';

describe('a process that does jobs', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis?.stop());

  it('stops although Redis is away, whose return its queue would wait for', async () => {
    const app = await startTestApp({ env: { REDIS_URL: redis.url } });
    await redis.kill();
    await app.close();
    await expect(fetch(`${app.url}/health/live`)).rejects.toThrow();
    await redis.startAgain(); // what still waits inside this process finds it and ends
  }, 60_000);
});
