import { ROOMS } from '../bench.mjs';
import { cost, costOf, median, quantiles, spread } from '../figures.mjs';

const RATES = [100, 300, 600, 1000];
/** At these the time until all four heard is held against the yardstick's. */
const AIMED = [100, 300, 600];

/** What stored messages cost and how soon they are heard, beside messages that nobody stores. */
export async function talk(bench) {
  const sides = [await bench.hejie(), await bench.bare()];
  console.log('| 50 rooms x 4, 198 bytes | acked/s | deliveries/s | ack p50/p95/p99 ms | all four p50/p95/p99 ms | servers + PostgreSQL us a message | cores server/PostgreSQL/driver |\n| --- | --- | --- | --- | --- | --- | --- |');
  for (const mode of [{ mode: 'saturate' }, ...RATES.map((rate) => ({ mode: 'paced', rate }))]) {
    const label = mode.rate ? `${mode.rate}/s` : 'saturated';
    const results = await bench.interleave(sides, async (side) => bench.drive(side, { ...mode, members: await bench.people(side, ROOMS) }));
    for (const [{ name }, rounds] of results) {
      const cores = ['server', 'postgres', 'driver'].map((key) => median(rounds.map((r) => r.cores[key])).toFixed(2)).join('/');
      console.log(`| ${label}: ${name} | ${spread(rounds.map((r) => r.ackedPerSecond))} | ${Math.round(median(rounds.map((r) => r.deliveriesPerSecond)))} | ${quantiles(rounds, (r) => r.ack)} | ${quantiles(rounds, (r) => r.all)} | ${cost(rounds)} | ${cores} |`);
    }
    const [stored, bare] = sides.map((side) => results.get(side));
    const ratios = (of) => stored.map((r, i) => of(r) / of(bare[i]));
    if (AIMED.includes(mode.rate)) bench.targets.add(`all four p99 at ${label}, Hejie / bare`, ['<=', 1.5], ratios((r) => r.all.p99));
    if (mode.rate) continue;
    bench.targets.add('acked/s, Hejie / bare (better: 1.25)', ['>=', 1], ratios((r) => r.ackedPerSecond));
    bench.targets.add('processor time a message, Hejie with PostgreSQL / bare', ['<=', 1], ratios(costOf));
  }
}
