import { setTimeout as sleep } from 'node:timers/promises';
import { inWorld, type Scenario } from '../scenario.js';

/** SIGKILL of the api every few seconds while people talk, and some are put out of rooms and let in again. */
export const apiKilled: Scenario = {
  name: 'api-killed',
  apis: 1,
  run: (run) =>
    inWorld(run, { apis: 1 }, async (world) => {
      const { people, everyMs, killMs } = run.short ? { people: 40, everyMs: 400, killMs: 1500 } : { people: 200, everyMs: 1000, killMs: 5000 };
      const [api] = world.apis;
      await world.populate(people, 4, 2);
      await world.enter(api!.url);
      let kills = 0;
      const until = Date.now() + run.seconds * 1000;
      const killing = async () => {
        for (await sleep(killMs); Date.now() < until; await sleep(killMs)) {
          await api!.stop('SIGKILL');
          await api!.startAgain();
          kills++;
        }
      };
      await Promise.all([world.chat(run.seconds, everyMs), world.comeAndGo(run.seconds, run.short ? 300 : 500), killing()]);
      return { notes: { people, kills } };
    }),
};
