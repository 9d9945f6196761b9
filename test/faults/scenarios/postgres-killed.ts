import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedDatabase } from '../../../apps/standalone/embedded-database.js';
import { allOf, signal, withClusterOfItsOwn } from '../cluster.js';
import { inWorld, type Scenario } from '../scenario.js';
import { TcpProxy } from '../../kit/tcp-proxy.js';

/**
 * SIGKILL of PostgreSQL and immediate restart while people talk. Every other time everybody also
 * loses their line, so that they come back to an api without a database. The cluster is the test's
 * own, with every commit on the disk; its port changes with each start, hence the proxy.
 */
export const postgresKilled: Scenario = {
  name: 'postgres-killed',
  run: (run) =>
    withClusterOfItsOwn(({ cluster, databaseUrl }) =>
      inWorld(run, { apis: 1, databaseUrl }, async (world) => {
        const { people, everyMs, killMs } = run.short ? { people: 40, everyMs: 400, killMs: 1500 } : { people: 200, everyMs: 1000, killMs: 7000 };
        const lines = world.keep(await TcpProxy.start(() => world.apis.map((a) => a.port)));
        await world.populate(people, 4, 2);
        await world.enter(lines.url);
        let kills = 0;
        const until = Date.now() + run.seconds * 1000;
        const killing = async () => {
          for (await sleep(killMs); Date.now() < until; await sleep(killMs)) {
            const first = cluster.pid!;
            // all its processes; every other time the first only, and its children find out
            signal(kills % 2 === 0 ? allOf(first) : [first], 'SIGKILL');
            if (kills++ % 2 === 0) lines.cut();
            await startAgain(cluster);
          }
        };
        await Promise.all([world.chat(run.seconds, everyMs), killing()]);
        return { notes: { people, kills } };
      }),
    ),
};

/** The killed server's children need a moment to notice; until then the new one is refused the shared memory. */
async function startAgain(cluster: EmbeddedDatabase): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return void (await cluster.start());
    } catch (error) {
      if (tries === 10) throw error;
      await sleep(200);
    }
  }
}
