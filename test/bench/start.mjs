// How long `npm start` takes and what it holds: from nothing to the demo city being ready, and again on the same folder; then,
// once it has come to rest, the memory of the process and of its PostgreSQL. Linux only: it reads /proc.
// Usage: npm run bench:start [-- rounds]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const rounds = Number(process.argv[2] ?? 3);
const AIMS = { secondStartS: 10, memoryMb: 350 };
/** At rest: within so many seconds no more than so much of one core's time went into it, server and database. */
const REST = { seconds: 5, cpuSeconds: 0.1, atMostSeconds: 90 };
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

const figures = { first: [], second: [] };
for (let round = 0; round < rounds; round++) {
  const folder = mkdtempSync(join(tmpdir(), 'hejie-bench-start-'));
  try {
    for (const which of ['first', 'second']) {
      figures[which].push(await measure(folder));
      console.log(`round ${round + 1}, ${which} start: ${said(figures[which].at(-1))}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
report();

/** Starts the built product on a folder, waits until it rests, and stops it. */
async function measure(folder) {
  const env = { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, DATABASE_URL: '', PUBLIC_URL: '', TRUST_PROXY: '', DEV_TOOLS: '', SEED: '' };
  const began = performance.now();
  const server = spawn(process.execPath, ['dist/apps/standalone/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    await new Promise((resolve, reject) => {
      let printed = '';
      server.stdout.on('data', (chunk) => {
        printed += chunk;
        if (/ready at http/.test(printed)) resolve();
      });
      void ended.then(() => reject(new Error(`the product did not start:\n${printed}`)));
    });
    const readyS = (performance.now() - began) / 1000;
    const readyCpuS = cpuSeconds([server.pid]);
    const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const restedS = await rest(() => [server.pid, ...family(postmaster)]);
    const database = family(postmaster);
    return { readyS, readyCpuS, restedS, processMb: memory(`/proc/${server.pid}/status`, 'VmRSS'), databaseMb: database.reduce((sum, pid) => sum + memory(`/proc/${pid}/smaps_rollup`, 'Pss'), 0) };
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

/** Waits until hardly anything is done any more. Answers how long that took. */
async function rest(pids) {
  for (let waited = 0; waited < REST.atMostSeconds; ) {
    const before = cpuSeconds(pids());
    await sleep(REST.seconds * 1000);
    waited += REST.seconds;
    if (cpuSeconds(pids()) - before <= REST.cpuSeconds) return waited;
  }
  throw new Error(`it was still busy ${REST.atMostSeconds} s after it was ready`);
}

/** A process and all below it. */
function family(root) {
  const parents = new Map(readdirSync('/proc').filter((p) => /^\d+$/.test(p)).map((p) => [Number(p), Number(statOf(p)?.[1])]));
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

function cpuSeconds(pids) {
  return pids.reduce((sum, pid) => {
    const stat = statOf(pid);
    return stat ? sum + (Number(stat[11]) + Number(stat[12])) / TICKS : sum;
  }, 0);
}

/** What follows the name in /proc/PID/stat, from the state on; null for a process that is gone. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** A figure in kB of a file in /proc, in MB. */
function memory(file, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))[1]) / 1024;
}

function said({ readyS, readyCpuS, processMb, databaseMb, restedS }) {
  return `ready after ${readyS.toFixed(1)} s (${readyCpuS.toFixed(1)} s of processor time), at rest ${restedS} s later: process ${processMb.toFixed(0)} MB, its PostgreSQL ${databaseMb.toFixed(0)} MB`;
}

function report() {
  const of = (which, key) => figures[which].map((f) => f[key]).toSorted((a, b) => a - b);
  const row = (name, which, key, digits, aim = '') => {
    const values = of(which, key);
    console.log(`| ${name} | ${values[Math.floor(values.length / 2)].toFixed(digits)} (${values[0].toFixed(digits)}-${values.at(-1).toFixed(digits)}) | ${aim} |`);
  };
  console.log(`\nmachine    ${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.version}, load ${loadavg()[0].toFixed(1)}`);
  console.log(`commit     ${execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()}\n`);
  console.log(`| median of ${rounds} (least-most) | figure | aim |\n| --- | --- | --- |`);
  row('first start, whole demo city: to ready, s', 'first', 'readyS', 1);
  row('second start: to ready, s', 'second', 'readyS', 1, AIMS.secondStartS);
  row('first start: processor time of the process to ready, s', 'first', 'readyCpuS', 1);
  row('second start: the same', 'second', 'readyCpuS', 1);
  for (const [which, name] of [['first', 'that made the city'], ['second', 'on its second start']]) {
    row(`idle process ${name}: VmRSS, MB`, which, 'processMb', 0);
    row('its PostgreSQL, all processes: Pss, MB', which, 'databaseMb', 0);
    for (const f of figures[which]) f.togetherMb = f.processMb + f.databaseMb;
    row('together, MB', which, 'togetherMb', 0, AIMS.memoryMb);
  }
  if (of('second', 'readyS').at(-1) > AIMS.secondStartS || [...figures.first, ...figures.second].some((f) => f.togetherMb > AIMS.memoryMb)) process.exitCode = 1;
}
