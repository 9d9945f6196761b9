import { setTimeout as sleep } from 'node:timers/promises';
import { inWorld, type Scenario } from '../scenario.js';
import { TcpProxy } from '../../kit/tcp-proxy.js';

/** What the server may take more than before while much more is sent than anybody reads, in MB: its heap breathes. */
const MOST_MEMORY_MB = 200;
const LONG = '长'.repeat(3900);
const ROOM = 4;

/**
 * Members who read 1 KB/s in rooms where much is said. The server cuts them before what waits for
 * them fills its memory; when their line is better they get all they lack.
 */
export const slowReader: Scenario = {
  name: 'slow-reader',
  apis: 1,
  run: (run) =>
    inWorld(run, { apis: 1 }, async (world) => {
      const { rooms, messages } = run.short ? { rooms: 1, messages: 1000 } : { rooms: 10, messages: 12_000 };
      const slow = world.keep(await TcpProxy.start(() => world.apis.map((a) => a.port), { bytesPerSecond: 1024 }));
      await world.populate(rooms * ROOM, ROOM);
      await world.enter(world.people.map((_, i) => (i % ROOM === 0 ? slow.url : world.apis[0]!.url)), { ackMs: 30_000, silenceMs: 120_000 });
      const slowOnes = world.clients.filter((_, i) => i % ROOM === 0);
      const quick = world.clients.filter((_, i) => i % ROOM !== 0);
      const before = world.apis[0]!.memory;
      let most = before;
      let cutAfter = 0;
      for (let sent = 0; sent < messages; sent++) {
        const client = quick[sent % quick.length]!;
        client.say(world.roomsOf(client.person)[0]!, `${LONG}${sent}`);
        if (sent % 20 !== 0) continue;
        while (!quick.every((c) => c.settled)) await sleep(5);
        most = Math.max(most, world.apis[0]!.memory);
        if (slow.ended() > 0) cutAfter ||= sent;
      }
      const cuts = slow.ended(); // by the server, for what waits for them, or by either side, because a ping is stuck behind it
      const violations = cuts < slowOnes.length ? [`unbounded: of ${slowOnes.length} members who read 1 KB/s ${cuts} were cut`] : [];
      const grown = Math.round((most - before) / 2 ** 20);
      if (grown > MOST_MEMORY_MB) violations.push(`unbounded: the server took ${grown} MB more`);
      slow.quicken();
      slow.cut();
      const pushed = Math.round((messages * ROOM * Buffer.byteLength(LONG)) / 2 ** 20);
      return { notes: { 'slow readers': slowOnes.length, 'sent to members, MB': pushed, cuts, 'first cut after messages': cutAfter, 'memory grown, MB': grown }, violations };
    }),
};
