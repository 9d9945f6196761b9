import { setTimeout as sleep } from 'node:timers/promises';
import { inWorld, type Scenario } from '../scenario.js';

/** The first is waited out, over the second the lines are given up and made anew. */
const HANGS_MS = [6000, 20_000] as const;

/** Two api processes, the members of a room spread over both, and a Redis that stands still while they talk: its lines stay up and nothing comes. Then it goes on. */
export const redisHangs: Scenario = {
  name: 'redis-hangs',
  apis: 2,
  run: (run) =>
    inWorld(run, { apis: 2 }, async (world) => {
      const { people, everyMs } = run.short ? { people: 40, everyMs: 400 } : { people: 200, everyMs: 1000 };
      await world.populate(people, 4, 2);
      await world.enter(world.apis.map((a) => a.url));
      let hangs = 0;
      let hanging = true;
      const until = Date.now() + run.seconds * 1000;
      const hang = async () => {
        do {
          await sleep(1000);
          world.redis.hang();
          try {
            await sleep(HANGS_MS[hangs % HANGS_MS.length]!);
          } finally {
            world.redis.goOn();
          }
          hangs++;
          await sleep(1500); // and messages go on
        } while (Date.now() < until);
        hanging = false;
      };
      await Promise.all([world.chatWhile(() => hanging, everyMs), hang()]);
      return { notes: { people, hangs, 'each, ms': HANGS_MS.slice(0, hangs).join(', ') }, violations: await world.goesOn() };
    }),
};
