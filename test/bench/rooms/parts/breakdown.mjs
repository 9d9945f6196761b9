import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ROOMS } from '../bench.mjs';
import { writeAndSync } from '../disk.mjs';
import { cost, quantiles, spread } from '../figures.mjs';

const RATES = [100, 300, 600];
/** ms of rest between writes to the disk. */
const PAUSES = [2, 8];
const TRACE = `--import ${fileURLToPath(new URL('../trace.mjs', import.meta.url))}`;

/**
 * Where the time of a message goes: the stages inside the server, beside a server whose commits do not wait for the disk
 * (here only, to see the disk's share), beside Socket.IO; the disk by itself; and a message that is alone.
 */
export async function breakdown(bench) {
  const disk = [];
  const stored = await bench.hejie({ env: { NODE_OPTIONS: TRACE } });
  const unsynced = await bench.hejie({ name: 'Hejie, commits not waiting for the disk', database: 'unsynced', env: { NODE_OPTIONS: TRACE }, unsynced: true });
  const sides = [stored, unsynced, await bench.bare()];
  const stages = new Map();
  console.log('| all four p50/p95/p99 ms | 100/s | 300/s | 600/s |\n| --- | --- | --- | --- |');
  const lines = new Map(sides.map((side) => [side, []]));
  for (const rate of RATES) {
    const results = await bench.interleave(sides, async (side) => {
      const members = await bench.people(side, ROOMS);
      if (side.children) await report(side); // what came before is not counted
      const result = await bench.drive(side, { mode: 'paced', rate, members });
      if (side.children) for (const [stage, took] of Object.entries(await report(side))) collect(stages, `${side.name}: ${stage}`, rate, took);
      else disk.push(...(await writeAndSync(bench.path('disk'), bench.seconds / 4)));
      return result;
    });
    for (const [side, rounds] of results) lines.get(side).push(quantiles(rounds, (r) => r.all));
  }
  for (const [{ name }, cells] of lines) console.log(`| ${name} | ${cells.join(' | ')} |`);
  console.log('\n| p50/p95/p99/longest ms | 100/s | 300/s | 600/s |\n| --- | --- | --- | --- |');
  for (const [stage, byRate] of stages) console.log(`| ${stage} | ${RATES.map((rate) => percentiles(byRate.get(rate) ?? [])).join(' | ')} |`);
  console.log(`\nThe disk by itself, 8 KB written and synced, p50/p95/p99/longest: ${percentiles(disk)} ms (${disk.length} times).`);
  for (const pause of PAUSES) console.log(`The same after ${pause} ms of rest: ${percentiles(await writeAndSync(bench.path('disk'), bench.seconds, pause))} ms.`);
  await oneAtATime(bench, sides);
}

/** The way of a message when nothing stands before it: what is left is how often it goes from one process to another, and the commit. */
async function oneAtATime(bench, sides) {
  const results = await bench.interleave(sides, async (side) => bench.drive(side, { mode: 'saturate', speakers: 1, members: await bench.people(side, ROOMS) }));
  console.log('\n| one message under way at a time | acked/s | all four p50/p95/p99 ms | servers + PostgreSQL us a message |\n| --- | --- | --- | --- |');
  for (const [{ name }, rounds] of results) console.log(`| ${name} | ${spread(rounds.map((r) => r.ackedPerSecond))} | ${quantiles(rounds, (r) => r.all)} | ${cost(rounds)} |`);
}

async function report({ children: [child] }) {
  child.kill('SIGUSR2');
  let line = '';
  while (!line.endsWith('}\n')) line += (await once(child.stdout, 'data'))[0];
  return JSON.parse(line).stages;
}

function collect(stages, stage, rate, took) {
  const byRate = stages.get(stage) ?? new Map();
  stages.set(stage, byRate.set(rate, [...(byRate.get(rate) ?? []), ...took]));
}

function percentiles(values) {
  if (values.length === 0) return 'none';
  const sorted = values.toSorted((a, b) => a - b);
  return [0.5, 0.95, 0.99, 1].map((q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))].toFixed(2)).join('/');
}
