import { malice } from '../malice.js';
import { RawWebSocket } from '../raw-websocket.js';
import { inWorld, type Scenario } from '../scenario.js';

/** Frames on one line before it is looked at what came back. */
const BATCH = 40;
const ATTACKERS = 8;
/** A stack, a path, SQL, or a failure that is ours. */
const LEAK = /\n\s+at |node_modules|\/libs\/|\/dist\/|\.js:\d+|\bselect \w+.* from\b|"status":5\d\d|"code":"INTERNAL"/;

/** Signed-in people send what no honest client sends: frames against RFC 6455, packets against Engine.IO and Socket.IO, events against the contracts. */
export const malformed: Scenario = {
  name: 'malformed',
  apis: 1,
  run: (run) =>
    inWorld(run, { apis: 1 }, async (world) => {
      const frames = run.short ? 2000 : 100_000;
      const api = world.apis[0]!;
      await world.populate(8 + ATTACKERS, 4);
      const attackers = world.people.slice(8);
      await world.enter(api.url, undefined, 8);
      const violations: string[] = [];
      let sent = 0;
      let lines = 0;
      const attack = async (person: (typeof attackers)[number]) => {
        const random = world.random.fork();
        const [roomId] = world.roomsOf(person) as [string];
        while (sent < frames && api.running) {
          const line = await RawWebSocket.open(api.port, person);
          lines++;
          while (line.open && sent < frames) {
            const batch = Array.from({ length: BATCH }, () => malice(random, roomId));
            for (const frame of batch) line.send(frame);
            sent += batch.length;
            await line.answered();
            const [leak] = LEAK.exec(line.received) ?? [];
            if (leak) violations.push(`leaked: ${JSON.stringify(line.received.slice(Math.max(0, line.received.indexOf(leak) - 300)).slice(0, 900))}`);
            line.received = '';
          }
          line.close();
        }
      };
      await Promise.all([world.chatWhile(() => sent < frames && api.running, 500), ...attackers.map(attack)]);
      if (!api.running) violations.push(`exited: the process ended:\n${api.output.slice(-3000)}`);
      return { notes: { 'malformed frames and events': sent, lines }, violations };
    }),
};
