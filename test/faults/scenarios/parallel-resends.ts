import { randomUUID } from 'node:crypto';
import { connectAs, PATIENT } from '../faulty-client.js';
import { inWorld, type Scenario } from '../scenario.js';

const TIMES = 5;
const AT_ONCE = 40;

/** Each message is sent five times at the same moment, over five sockets to two api processes; it must get one place, the same in every answer. */
export const parallelResends: Scenario = {
  name: 'parallel-resends',
  apis: 2,
  run: (run) =>
    inWorld(run, { apis: 2 }, async (world) => {
      const messages = run.short ? 150 : 10_000;
      const urls = world.apis.map((a) => a.url);
      await world.populate(8, 4);
      await world.enter(urls, PATIENT);
      const violations: string[] = [];
      let next = 0;
      const sender = async () => {
        const person = world.random.pick(world.people);
        const account = person.accountId;
        const [room] = world.roomsOf(person) as [string];
        const sockets = await Promise.all(Array.from({ length: TIMES }, (_, i) => connectAs(person, urls[i % urls.length]!)));
        while (next < messages) {
          const text = `第${++next}句`;
          const clientId = randomUUID();
          world.history.record({ what: 'sent', account, room, clientId, text }, { what: 'asked', account, room, clientId });
          const answers = await Promise.all(sockets.map((s) => s.timeout(30_000).emitWithAck('room.send', { roomId: room, message: { clientId, kind: 'text', body: { text } } })));
          for (const answer of answers) {
            if (answer.ok) world.history.record({ what: 'acked', by: 'ack', account, room, clientId, seq: answer.data.seq });
            else violations.push(`shown: ${answer.problem.code}`);
          }
        }
        for (const socket of sockets) socket.disconnect();
      };
      await Promise.all(Array.from({ length: AT_ONCE }, sender));
      return { notes: { 'sent each': TIMES }, violations, calm: world.clients };
    }),
};
