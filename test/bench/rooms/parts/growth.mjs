import { ROOMS } from '../bench.mjs';
import { cost, costOf, quantiles, spread } from '../figures.mjs';
import { fill, fillAll, inANewRun } from '../people.mjs';

const LONG = 1_000_000;
const SHORT = 10_000;
const IDLE_ROOMS = 100_000;
const LINES_EACH = 10;
/** Not more than runs of the same differ by. */
const SAME = 1.15;

/**
 * A send costs the same in a room of a million messages as in one of ten thousand, and with a hundred thousand idle
 * rooms beside it as with none: two servers on two databases of one PostgreSQL, one small, one full.
 */
export async function growth(bench) {
  const small = await bench.hejie({ database: 'small' });
  const full = await bench.hejie({ database: 'full' });
  const long = await bench.people(full, 1);
  await fill(full.url, long[0], LONG);
  await bench.people(full, IDLE_ROOMS);
  await fillAll(full.url, LINES_EACH);
  const freshlyFilled = async () => {
    const members = await bench.people(small, 1);
    await fill(small.url, members[0], SHORT); // anew each time: what is said makes it longer
    return members;
  };
  const pairs = [
    [
      { on: small, name: 'one room of 10,000 messages', job: async () => ({ members: await freshlyFilled(), underWay: 12 }) },
      { on: full, name: 'one room of 1,000,000', job: async () => ({ members: inANewRun(long), underWay: 12 }) },
    ],
    [
      { on: small, name: '50 rooms, none beside them', job: async () => ({ members: await bench.people(small, ROOMS) }) },
      { on: full, name: '50 rooms, 100,000 idle ones of 10 messages beside them', job: async () => ({ members: await bench.people(full, ROOMS) }) },
    ],
  ];
  console.log('| a send in | acked/s | servers + PostgreSQL us a message | ack p50/p95/p99 ms |\n| --- | --- | --- | --- |');
  for (const [less, more] of pairs) {
    const results = await bench.interleave([less, more], async ({ on, job }) => bench.drive(on, { mode: 'saturate', ...(await job()) }));
    for (const [{ name }, rounds] of results) {
      console.log(`| ${name} | ${spread(rounds.map((r) => r.ackedPerSecond))} | ${cost(rounds)} | ${quantiles(rounds, (r) => r.ack)} |`);
    }
    const grown = results.get(more).map((r, i) => costOf(r) / costOf(results.get(less)[i]));
    bench.targets.add(`processor time of a send: ${more.name} / ${less.name}`, ['<=', SAME], grown);
  }
}
