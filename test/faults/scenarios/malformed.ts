import { lastMalice, malice } from '../malice.js';
import { RawWebSocket } from '../raw-websocket.js';
import { PATIENT } from '../faulty-client.js';
import { inWorld, type Scenario } from '../scenario.js';

/** Frames on one line before the last one, on which the server may hang up. */
const MOST_BEFORE_LAST = 39;
const ATTACKERS = 8;
/** A stack, a path, SQL, or a failure that is ours. */
const LEAK = /\n\s+at |node_modules|\/libs\/|\/dist\/|\.js:\d+|\bselect \w+.* from\b|"status":5\d\d|"code":"INTERNAL"/;

/**
 * Signed-in people send what no honest client sends: frames against RFC 6455, packets against Engine.IO and Socket.IO, events against
 * the contracts. Counted is what the server received: an event sent after it on the same line was answered, or the line ended for it.
 */
export const malformed: Scenario = {
  name: 'malformed',
  apis: 1,
  run: (run) =>
    inWorld(run, { apis: 1 }, async (world) => {
      const frames = run.short ? 2000 : 100_000;
      const api = world.apis[0]!;
      await world.populate(8 + ATTACKERS, 4);
      const attackers = world.people.slice(8);
      await world.enter(api.url, PATIENT, 8);
      const violations: string[] = [];
      let received = 0;
      let broken = 0;
      let lines = 0;
      const attack = async (person: (typeof attackers)[number]) => {
        const random = world.random.fork();
        const [roomId] = world.roomsOf(person) as [string];
        while (received < frames && api.running && violations.length < 20) {
          const line = await RawWebSocket.open(api.port, person);
          lines++;
          const batch = Array.from({ length: random.int(1, MOST_BEFORE_LAST) }, () => malice(random, roomId));
          for (const frame of batch) line.send(frame);
          if (await line.answered()) received += batch.length;
          else violations.push(`dropped: a line ${line.open ? 'went silent' : 'was closed'} after ${JSON.stringify(batch.map((f) => f.payload.toString().slice(0, 200)))}`);
          const was = line.open;
          line.send(lastMalice(random));
          if (was && ((await line.answered()) || !line.open)) {
            received++; // the line stood until then: it ended for this
            broken++;
          }
          const [leak] = LEAK.exec(line.received) ?? [];
          if (leak) violations.push(`leaked: ${JSON.stringify(line.received.slice(Math.max(0, line.received.indexOf(leak) - 300)).slice(0, 900))}`);
          line.close();
        }
      };
      await Promise.all([world.chatWhile(() => received < frames && api.running && violations.length < 20, 500), ...attackers.map(attack)]);
      if (!api.running) violations.push(`exited: the process ended:\n${api.output.slice(-3000)}`);
      return { notes: { 'malformed frames and events received': received, 'of them last of their line': broken, lines }, violations, calm: world.clients };
    }),
};
