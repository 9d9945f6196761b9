import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENT } from '../faulty-client.js';
import { inWorld, type Scenario } from '../scenario.js';
import { TcpProxy } from '../../kit/tcp-proxy.js';

const LONG = '长'.repeat(3900);
const ROOM = 4;
/** Most that may wait for one of them when it is cut: a million characters of ours, 3 MB here, and what the kernel's buffers take. */
const MOST_WAITING_MB = 12;
/** What the server may take more than before, while nobody waits for more than that: its heap breathes. */
const MOST_MEMORY_MB = 200;

/**
 * Members who read 1 KB/s in rooms where much is said. The server cuts each of them before what waits for
 * them fills its memory; when their line is better they get all they lack. Not cut, more than may
 * wait would wait for each, in the long form for all of them more than the memory may grow by.
 */
export const slowReader: Scenario = {
  name: 'slow-reader',
  apis: 1,
  run: (run) =>
    inWorld(run, { apis: 1 }, async (world) => {
      const { rooms, each } = run.short ? { rooms: 1, each: 1400 } : { rooms: 4, each: 5400 };
      const api = world.apis[0]!;
      const slow = world.keep(await TcpProxy.start(() => [api.port], { bytesPerSecond: 1024 }));
      await world.populate(rooms * ROOM, ROOM);
      await world.enter(world.people.map((_, i) => (i % ROOM === 0 ? slow.url : api.url)), PATIENT);
      const quick = world.clients.filter((_, i) => i % ROOM !== 0);
      /** Their first lines, by the server's names, until it cuts them. */
      const uncut = new Map(world.clients.filter((_, i) => i % ROOM === 0).map((c) => [c.connectionId!, c]));
      const slowOnes = uncut.size;
      const before = api.memory;
      let most = before;
      let mostWaiting = 0;
      for (let said = 0; said < each; said++) {
        for (const [i, [roomId]] of [...world.rooms].entries()) quick[i * (ROOM - 1) + (said % (ROOM - 1))]!.say(roomId, `${LONG}${said}`);
        if (said % 10 !== 9) continue;
        while (!quick.every((c) => c.settled)) await sleep(5);
        most = Math.max(most, api.memory);
        if (uncut.size > 0) mostWaiting = said + 1;
        for (const id of uncut.keys()) if (api.output.includes(`"connection":"${id}"`)) uncut.delete(id);
      }
      const waitingMb = Math.round((mostWaiting * Buffer.byteLength(LONG)) / 2 ** 20);
      const violations = [...uncut.values()].map((c) => `unbounded: ${c.person.accountId}, who reads 1 KB/s, was not cut by the server`);
      if (waitingMb > MOST_WAITING_MB) violations.push(`unbounded: ${waitingMb} MB had been sent to one of them before it was cut`);
      const grown = Math.round((most - before) / 2 ** 20);
      if (grown > MOST_MEMORY_MB) violations.push(`unbounded: the server took ${grown} MB more`);
      slow.quicken();
      slow.cut();
      const pushed = Math.round((rooms * each * Buffer.byteLength(LONG)) / 2 ** 20);
      return { notes: { 'slow readers': slowOnes, 'sent to them, MB': pushed, 'cut by the server': slowOnes - uncut.size, 'most sent to one before, MB': waitingMb, 'memory grown, MB': grown }, violations, calm: quick };
    }),
};
