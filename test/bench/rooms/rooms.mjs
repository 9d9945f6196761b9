// The rooms as they run in a standalone installation (everything stored, every commit on the disk, all checks on),
// beside bare Socket.IO that stores nothing, in the same run and with the same driver. Whole: about 12 minutes; short: about 5.
// Usage: npm run bench:rooms [-- part ...] [--short] [--rounds N] [--seconds N]
// Parts: talk idle history growth processes; and, only when named, breakdown (where the time goes, 4 minutes).
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { buildServer } from '../../../apps/standalone/build.mjs';
import { Targets } from './figures.mjs';
import { breakdown } from './parts/breakdown.mjs';
import { growth } from './parts/growth.mjs';
import { history } from './parts/history.mjs';
import { idle } from './parts/idle.mjs';
import { processes } from './parts/processes.mjs';
import { talk } from './parts/talk.mjs';

const PARTS = { talk, idle, history, growth, processes, breakdown };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' }, seconds: { type: 'string' } },
});
const rounds = Number(options.rounds);
const seconds = Number(options.seconds ?? (options.short ? 1 : 3.5));
const parts = positionals.length ? positionals : ['talk', 'idle', 'history', 'growth', 'processes'];
for (const part of parts) if (!PARTS[part]) throw new Error(`no part ${part}; there are ${Object.keys(PARTS).join(', ')}`);

await buildServer();
const { Bench } = await import('./bench.mjs'); // stands on what was just built
const bench = new Bench({ rounds, seconds, warmup: options.short ? 0.5 : 1, targets: new Targets() });
const started = Date.now();
try {
  await bench.start();
  const commit = execFileSync('git', ['describe', '--always', '--dirty']).toString().trim();
  console.log(`${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.versions.node}, PostgreSQL embedded with fsync on, commit ${commit}; ${rounds} interleaved rounds of ${seconds} s, medians (least-most)\n`);
  for (const part of parts) {
    await PARTS[part](bench);
    await bench.processes.stopAll();
    console.log();
  }
  if (bench.targets.some) bench.targets.print();
  console.log(`${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
} finally {
  await bench.stop();
}
