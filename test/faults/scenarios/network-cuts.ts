import { setTimeout as sleep } from 'node:timers/promises';
import { inWorld, type Scenario } from '../scenario.js';
import { TcpProxy } from '../../kit/tcp-proxy.js';

/** Lines that go dead without a word (half-open), networks that are down for half a minute, and plain cuts, in a seeded order. */
export const networkCuts: Scenario = {
  name: 'network-cuts',
  apis: 1,
  run: (run) =>
    inWorld(run, { apis: 1 }, async (world) => {
      const { people, everyMs, awayMs, options } = run.short
        ? { people: 40, everyMs: 400, awayMs: 1500, options: { ackMs: 2000, silenceMs: 6000 } }
        : { people: 200, everyMs: 1000, awayMs: 30_000, options: {} };
      const network = world.keep(await TcpProxy.start(() => world.apis.map((a) => a.port)));
      await world.populate(people, 4, 2);
      await world.enter(network.url, options);
      const random = world.random.fork();
      const times = { halfOpen: 0, down: 0, cut: 0 };
      const kinds = ['halfOpen', 'down', 'cut'] as const;
      let failing = true;
      const faults = async () => {
        const until = Date.now() + run.seconds * 1000;
        for (let first = random.int(0, 2), i = 0; i < 3 || Date.now() < until; i++) {
          await sleep(random.int(awayMs / 10, awayMs / 4));
          const kind = kinds[(first + i) % 3]!; // each at least once
          times[kind]++;
          if (kind === 'cut') network.cut();
          else if (kind === 'down') network.down();
          else network.blackHole();
          if (kind !== 'cut') await sleep(awayMs);
          network.up();
        }
        failing = false;
      };
      await Promise.all([world.chatWhile(() => failing, everyMs), faults()]);
      return { notes: { people, 'half-open': times.halfOpen, down: times.down, cuts: times.cut, 'away, ms': awayMs } };
    }),
};
