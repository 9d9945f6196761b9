import { setTimeout as sleep } from 'node:timers/promises';
import { inWorld, type Scenario } from '../scenario.js';

/**
 * Two api processes on Redis, the members of a room spread over both. Redis is wiped, killed, away
 * for a while and wiped again. People on both processes go on talking and hear one another.
 */
export const redisLost: Scenario = {
  name: 'redis-lost',
  apis: 2,
  run: (run) =>
    inWorld(run, { apis: 2 }, async (world) => {
      const { people, everyMs, awayMs } = run.short ? { people: 40, everyMs: 400, awayMs: 1500 } : { people: 200, everyMs: 1000, awayMs: 10_000 };
      await world.populate(people, 4, 2);
      await world.enter(world.apis.map((a) => a.url));
      let away = 0;
      const losing = async () => {
        for (const until = Date.now() + run.seconds * 1000 - awayMs; Date.now() < until; await sleep(awayMs / 2)) {
          await world.redis.flushAll();
          await sleep(awayMs / 4);
          await world.redis.kill();
          await sleep(awayMs);
          await world.redis.startAgain();
          await world.redis.flushAll();
          away++;
        }
      };
      await Promise.all([world.chat(run.seconds, everyMs), world.comeAndGo(run.seconds, run.short ? 300 : 500), losing()]);
      return { notes: { people, 'Redis killed': away } };
    }),
};
