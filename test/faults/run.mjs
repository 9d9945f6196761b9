// npm run test:faults [-- --seed N --seconds N [--short] [scenario...]]
// Rooms under faults, each scenario on a PostgreSQL of the run's own with every commit on the disk.
// Prints a line for each scenario; exits with 1 when anything was lost, doubled, leaked or shown as an error.
import { execSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer, compileFolder } from '../../apps/standalone/build.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' }, seconds: { type: 'string' }, short: { type: 'boolean' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const seconds = Number(values.seconds ?? (values.short ? 4 : 60));

await buildServer();
for (const part of ['kit', 'faults']) await compileFolder(`test/${part}`, `dist/test/${part}`);
const { scenarios } = await import('../../dist/test/faults/scenarios/index.js');
const { Stage } = await import('../../dist/test/faults/stage.js');
const { EmbeddedDatabase } = await import('../../dist/apps/standalone/embedded-database.js');

const wanted = positionals.length ? positionals.map((name) => scenarios.find((s) => s.name === name) ?? unknown(name)) : scenarios;
const folder = mkdtempSync(join(tmpdir(), 'hejie-faults-'));
chmodSync(folder, 0o755);
const database = new EmbeddedDatabase({ folder: join(folder, 'postgres'), password: 'faults', settings: ['max_connections=200'] });
let failed = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void database.stop().finally(() => process.exit(130)));
try {
  await database.start();
  process.env.HEJIE_TEST_POSTGRES = database.url('').replace(/\/$/, '');
  process.env.HEJIE_TEST_FOLDER = folder;
  const commit = execSync('git rev-parse --short HEAD', { encoding: 'utf8' }).trim();
  console.log(`seed ${seed}, commit ${commit}, ${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.versions.node}, fsync on, ${seconds} s each\n`);
  console.log('| scenario | sent | acked | stored | lost | duplicates | observed | refused | violations | |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  if (values.short) await Promise.all([undefined, 1, 2].map((apis) => onOneStage(wanted.filter((s) => s.apis === apis))));
  else for (const scenario of wanted) await tell(scenario);
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

/** Scenarios that need the same, one after the other: starting the product takes longer than most of them. */
async function onOneStage(scenarios) {
  if (scenarios.length === 0) return;
  const { apis } = scenarios[0];
  const stage = apis ? await Stage.start({ apis }) : undefined;
  try {
    for (const scenario of scenarios) await tell(scenario, stage);
  } finally {
    await stage?.close();
  }
}

async function tell(scenario, stage) {
  const { figures: f, notes, violations } = await scenario.run({ seed, seconds, short: values.short ?? false, stage });
  const measured = Object.entries(notes).map(([name, value]) => `${name} ${value}`).join('; ');
  console.log(`| ${scenario.name} | ${f.sent} | ${f.acked} | ${f.stored} | ${f.lost} | ${f.duplicates} | ${f.observed} | ${f.refused} | ${violations.length} | ${measured} |`);
  const kinds = new Map();
  for (const violation of violations) kinds.set(violation.split(':')[0], [...(kinds.get(violation.split(':')[0]) ?? []), violation]);
  for (const [kind, those] of kinds) console.log(`    ${those.length} x ${kind}, e.g.\n${those.slice(0, 3).map((v) => `      ${v}`).join('\n')}`);
  if (violations.length) console.log(`    replay: npm run test:faults -- --seed ${seed} --seconds ${seconds}${values.short ? ' --short' : ''} ${scenario.name}`);
  if (violations.length) failed = true;
}

function unknown(name) {
  console.error(`no scenario ${name}; there are ${scenarios.map((s) => s.name).join(', ')}`);
  process.exit(2);
}
