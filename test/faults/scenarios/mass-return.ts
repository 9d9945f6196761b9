import { setTimeout as sleep } from 'node:timers/promises';
import { inWorld, type Scenario } from '../scenario.js';
import { TcpProxy } from '../../kit/tcp-proxy.js';

/** All sockets are dropped at once and come back with jitter, as after a mobile network's hiccup; some go on talking meanwhile. */
export const massReturn: Scenario = {
  name: 'mass-return',
  apis: 1,
  run: (run) =>
    inWorld(run, { apis: 1 }, async (world) => {
      const { people, drops, everyMs } = run.short ? { people: 120, drops: 1, everyMs: 5000 } : { people: 5000, drops: 2, everyMs: 60_000 };
      const network = world.keep(await TcpProxy.start(() => world.apis.map((a) => a.port)));
      await world.populate(people, 4);
      await world.enter(network.url, { reconnectMs: 1000, ackMs: 20_000, silenceMs: 40_000 });
      let slowest = 0;
      let dropping = true;
      const drop = async () => {
        for (let i = 0; i < drops; i++) {
          await sleep(1000);
          const before = world.clients.map((c) => c.entries);
          network.cut();
          const cutAt = Date.now();
          while (world.clients.some((c, n) => c.entries === before[n])) await sleep(20);
          slowest = Math.max(slowest, Date.now() - cutAt);
        }
        dropping = false;
      };
      await Promise.all([world.chatWhile(() => dropping, everyMs), drop()]);
      return { notes: { people, drops, 'all back in their rooms after, ms': slowest, 'api memory, MB': Math.round(world.apis[0]!.memory / 2 ** 20) } };
    }),
};
