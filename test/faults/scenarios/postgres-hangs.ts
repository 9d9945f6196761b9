import { setTimeout as sleep } from 'node:timers/promises';
import { allOf, signal, withClusterOfItsOwn } from '../cluster.js';
import { inWorld, type Scenario } from '../scenario.js';

const HANGS_MS = 6000;

/** All processes of PostgreSQL stand still while people talk, as on a disk that does not answer: its lines stay up and nothing comes. Then it goes on. */
export const postgresHangs: Scenario = {
  name: 'postgres-hangs',
  run: (run) =>
    withClusterOfItsOwn(({ cluster, databaseUrl }) =>
      inWorld(run, { apis: 1, databaseUrl }, async (world) => {
        const { people, everyMs } = run.short ? { people: 40, everyMs: 400 } : { people: 200, everyMs: 1000 };
        await world.populate(people, 4, 2);
        await world.enter(world.apis[0]!.url);
        let hangs = 0;
        let hanging = true;
        const until = Date.now() + run.seconds * 1000;
        const hang = async () => {
          do {
            await sleep(1000);
            const first = cluster.pid!;
            signal([first], 'SIGSTOP'); // it starts no more of them
            const all = allOf(first);
            try {
              signal(all, 'SIGSTOP');
              await sleep(HANGS_MS);
            } finally {
              signal(all, 'SIGCONT');
            }
            hangs++;
            await sleep(1500); // and messages go on
          } while (Date.now() < until);
          hanging = false;
        };
        await Promise.all([world.chatWhile(() => hanging, everyMs), hang()]);
        return { notes: { people, hangs, 'each, ms': HANGS_MS }, violations: await world.goesOn() };
      }),
    ),
};
