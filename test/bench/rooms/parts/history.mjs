import { median, quantiles, spread } from '../figures.mjs';
import { fill } from '../people.mjs';

/** Pages of 50 anywhere in a short and in a long history. */
export async function history(bench) {
  const side = await bench.hejie();
  const sizes = [];
  for (const lastSeq of [10_000, 1_000_000]) {
    const members = await bench.people(side, 1);
    await fill(side.url, members[0], lastSeq);
    sizes.push({ lastSeq, members });
  }
  const results = await bench.interleave(sizes, (size) => bench.drive(side, { mode: 'history', ...size }));
  console.log('| history, pages of 50 | pages/s | p50/p95/p99 ms | cores server/PostgreSQL |\n| --- | --- | --- | --- |');
  for (const [{ lastSeq }, rounds] of results) {
    const cores = ['server', 'postgres'].map((key) => median(rounds.map((r) => r.cores[key])).toFixed(2)).join('/');
    console.log(`| of ${lastSeq} | ${spread(rounds.map((r) => r.pagesPerSecond))} | ${quantiles(rounds, (r) => r.page)} | ${cores} |`);
    bench.targets.add(`history pages/s of ${lastSeq}`, ['>=', 900], rounds.map((r) => r.pagesPerSecond), 0);
  }
}
