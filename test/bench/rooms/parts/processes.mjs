import { spawn } from 'node:child_process';
import { ROOMS } from '../bench.mjs';
import { cost, costOf, median, quantiles, spread } from '../figures.mjs';

/**
 * What a second process costs: one api process alone, and two with Redis between them (counted as a server), members of
 * each room on both; beside Socket.IO without and with the same adapter, which stores nothing.
 */
export async function processes(bench) {
  const socket = bench.path('redis.sock');
  const redis = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  try {
    const between = { count: 2, redisUrl: `unix://${socket}` };
    const sides = [
      await bench.hejie({ name: 'Hejie, 1 process', program: 'api' }),
      await bench.hejie({ name: 'Hejie, 2 processes', program: 'api', database: 'two', ...between }),
      await bench.bare({ name: 'Socket.IO, 1 process' }),
      await bench.bare({ name: 'Socket.IO, 2 processes', ...between }),
    ];
    for (const { pids } of sides) if (pids.server.length > 1) pids.server.push(redis.pid);
    const results = await bench.interleave(sides, async (side) => ({
      saturated: await bench.drive(side, { mode: 'saturate', members: await bench.people(side, ROOMS) }),
      paced: await bench.drive(side, { mode: 'paced', rate: 300, members: await bench.people(side, ROOMS) }),
    }));
    console.log('| processes | acked/s | servers + PostgreSQL us a message | all four p50/p95/p99 ms at 300/s | servers + PostgreSQL us a message at 300/s | not heard live |\n| --- | --- | --- | --- | --- | --- |');
    for (const [{ name }, rounds] of results) {
      const saturated = rounds.map((r) => r.saturated);
      const paced = rounds.map((r) => r.paced);
      console.log(`| ${name} | ${spread(saturated.map((r) => r.ackedPerSecond))} | ${cost(saturated)} | ${quantiles(paced, (r) => r.all)} | ${cost(paced)} | ${[...saturated, ...paced].reduce((sum, r) => sum + r.missing, 0)} |`);
    }
    for (const [one, two, name] of [[sides[0], sides[1], 'Hejie'], [sides[2], sides[3], 'Socket.IO']]) {
      const added = results.get(two).map((r, i) => costOf(r.saturated) - costOf(results.get(one)[i].saturated));
      console.log(`\nThe second process costs ${name} ${Math.round(median(added))} us a message (${Math.round(Math.min(...added))} to ${Math.round(Math.max(...added))}).`);
    }
    const ratios = results.get(sides[1]).map((r, i) => r.saturated.ackedPerSecond / results.get(sides[3])[i].saturated.ackedPerSecond);
    bench.targets.add('acked/s of two processes on Redis, Hejie / Socket.IO', ['>=', 1], ratios);
  } finally {
    redis.kill('SIGTERM');
  }
}
