import { setTimeout as sleep } from 'node:timers/promises';
import { pagesOpened } from '../pages.js';
import { inWorld, type Scenario } from '../scenario.js';
import { TcpProxy } from '../../kit/tcp-proxy.js';

/** A process that does not go by itself is killed after 15 s. */
const IN_ORDER_MS = 14_000;

/** Two api processes behind a balancer are stopped and started again in turn while people talk and open pages; nobody may see an error. */
export const rollingRestart: Scenario = {
  name: 'rolling-restart',
  apis: 2,
  run: (run) =>
    inWorld(run, { apis: 2 }, async (world) => {
      const { people, everyMs, restarts, restMs } = run.short ? { people: 40, everyMs: 400, restarts: 1, restMs: 300 } : { people: 200, everyMs: 1000, restarts: 10, restMs: 1500 };
      const balancer = world.keep(await TcpProxy.start(() => world.apis.map((a) => a.port)));
      await world.populate(people, 4, 2);
      await world.enter(balancer.url);
      const violations: string[] = [];
      let rolling = true;
      let slowest = 0;
      const restarting = async () => {
        for (let i = 0; i < restarts * 2; i++) {
          const api = world.apis[i % 2]!;
          const started = Date.now();
          await api.stop();
          slowest = Math.max(slowest, Date.now() - started);
          await api.startAgain();
          await sleep(restMs);
        }
        rolling = false;
      };
      const [pages] = await Promise.all([pagesOpened(world, () => rolling), world.chatWhile(() => rolling, everyMs), restarting()]);
      violations.push(...pages.failed.map((how) => `shown: a page answered ${how}`));
      if (slowest > IN_ORDER_MS) violations.push(`killed: a process did not stop in ${slowest} ms`);
      await world.settle();
      for (const fact of world.history.facts) if (fact.what === 'refused') violations.push(`shown: ${fact.account} was refused with ${fact.code}`);
      return { notes: { people, 'restarts of each': restarts, 'pages opened': pages.opened, 'slowest stop, ms': slowest }, violations };
    }),
};
