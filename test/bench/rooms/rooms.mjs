// The rooms as they run in a standalone installation (everything stored, every commit on the disk, all checks on),
// beside bare Socket.IO that stores nothing, in the same run and with the same driver.
// Usage: npm run bench:rooms [-- part ...] [--rounds N] [--seconds N]     parts: talk idle history growth processes
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer } from '../../../apps/standalone/build.mjs';
import { Processes, run } from '../processes.mjs';
import { fill, populate } from './people.mjs';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '4' } } });
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const parts = positionals.length ? positionals : ['talk', 'idle', 'history', 'growth', 'processes'];
const DRIVER = 'test/bench/rooms/driver.mjs';
const ROOMS = 50;
const RATES = [100, 300, 600, 1000];

await buildServer();
const { EmbeddedDatabase, ensureDatabase, STANDALONE_SETTINGS } = await import('../../../dist/apps/standalone/embedded-database.js');
const { Config, Vault } = await import('../../../libs/platform/dist/index.js');
const folder = mkdtempSync(join(tmpdir(), 'hejie-rooms-'));
chmodSync(folder, 0o755);
const database = new EmbeddedDatabase({ folder: join(folder, 'postgres'), password: 'bench', settings: STANDALONE_SETTINGS });
const env = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: join(folder, 'data'), FIELD_KEY: randomBytes(32).toString('base64'), SEED: 'none', LOG_LEVEL: 'warn', NODE_ENV: 'production' };
const processes = new Processes();
try {
  await database.start();
  await ensureDatabase(database.url('postgres'), 'hejie');
  env.DATABASE_URL = database.url('hejie');
  const postgres = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
  console.log(`${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.versions.node}, PostgreSQL embedded with fsync on, commit ${commit}; ${rounds} interleaved rounds of ${seconds} s, medians (min-max)\n`);
  const bench = { postgres };
  for (const part of parts) await { talk, idle, history, growth, processes: twoProcesses }[part](bench);
} finally {
  await processes.stopAll();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function hejie() {
  const { port, pid } = await processes.start('dist/apps/standalone/main.js', env);
  return { server: 'hejie', ports: [port], pids: { server: [pid] } };
}

async function bare() {
  const { port, pid } = await processes.start('test/bench/rooms/bare-socketio.mjs');
  return { server: 'bare', ports: [port], pids: { server: [pid] } };
}

/** Members with what their handshake needs. */
async function people(rooms) {
  const vault = new Vault(new Config(env));
  return (await populate(env.DATABASE_URL, rooms)).map((m) => ({ ...m, auth: { csrfToken: vault.blindIndex('csrf', m.sessionId) } }));
}

async function talk({ postgres }) {
  const durable = { ...(await hejie()), name: 'Hejie, stored' };
  durable.pids.postgres = postgres;
  const yardstick = { ...(await bare()), name: 'Socket.IO, stores nothing' };
  const nobody = Array.from({ length: ROOMS * 4 }, (_, i) => ({ room: i >> 2, role: i & 3 }));
  const modes = [{ mode: 'saturate' }, ...RATES.map((rate) => ({ mode: 'paced', rate }))];
  const results = modes.map(() => new Map([[durable, []], [yardstick, []]]));
  for (let round = 0; round < rounds; round++) {
    for (const [i, mode] of modes.entries()) {
      for (const side of round % 2 ? [yardstick, durable] : [durable, yardstick]) {
        const members = side === durable ? await people(ROOMS) : nobody;
        const result = await run(DRIVER, { ...side, ...mode, seconds, members });
        if (result.missing || result.doubled) throw new Error(`${side.name}: ${result.missing} missing, ${result.doubled} doubled`);
        results[i].get(side).push(result);
      }
    }
  }
  await processes.stopAll();
  console.log('| 50 rooms x 4, 198 bytes | acked/s | deliveries/s | ack p50/p95/p99 ms | all four p50/p95/p99 ms | server + PostgreSQL us a message | cores server/PostgreSQL/driver |\n| --- | --- | --- | --- | --- | --- | --- |');
  const times = (list, key) => ['p50', 'p95', 'p99'].map((q) => median(list.map((r) => r[key][q])).toFixed(1)).join('/');
  for (const [i, mode] of modes.entries()) {
    for (const [side, list] of results[i]) {
      const cost = (key) => Math.round(median(list.map((r) => r.cpuPerMessage[key])));
      const cores = ['server', 'postgres', 'driver'].map((key) => median(list.map((r) => r.cores[key])).toFixed(2)).join('/');
      console.log(`| ${mode.rate ? `${mode.rate}/s` : 'saturated'}: ${side.name} | ${spread(list.map((r) => r.ackedPerSecond))} | ${Math.round(median(list.map((r) => r.deliveriesPerSecond)))} | ${times(list, 'ack')} | ${times(list, 'all')} | ${cost('server')} + ${cost('postgres')} | ${cores} |`);
    }
    const ratio = (value) => spread(results[i].get(durable).map((r, k) => value(r) / value(results[i].get(yardstick)[k])), 2);
    const total = (r) => r.cpuPerMessage.server + r.cpuPerMessage.postgres;
    if (mode.rate) console.log(`| ratio, all four p99 (aim <= 1.5) | | | | ${ratio((r) => r.all.p99)} | | |`);
    else console.log(`| ratio (aim >= 1.0, better 1.25; CPU <= 1) | ${ratio((r) => r.ackedPerSecond)} | | | | ${ratio(total)} | |`);
  }
  console.log();
}

async function idle() {
  console.log('| idle signed-in sockets, each in its room | KiB a socket (aim <= 20) | joined/s | resident MiB |\n| --- | --- | --- | --- |');
  for (const sockets of [2000, 5000]) {
    for (const side of [await hejie(), await bare()]) {
      const members = side.server === 'hejie' ? await people(sockets / 4) : Array.from({ length: sockets }, (_, i) => ({ room: i >> 2, role: i & 3 }));
      const r = await run(DRIVER, { ...side, mode: 'idle', members });
      console.log(`| ${sockets}: ${side.server === 'hejie' ? 'Hejie' : 'Socket.IO, stores nothing'} | ${r.kibPerSocket.toFixed(1)} | ${Math.round(r.joinedPerSecond)} | ${Math.round(r.residentMib)} |`);
    }
    await processes.stopAll();
  }
  console.log();
}

async function history({ postgres }) {
  const side = await hejie();
  side.pids.postgres = postgres;
  console.log('| history, pages of 50 | pages/s (aim >= 900) | p50/p95/p99 ms | cores server/PostgreSQL |\n| --- | --- | --- | --- |');
  for (const messages of [10_000, 1_000_000]) {
    const [first, ...others] = (await people(1)).slice(0, 4);
    await fill(env.DATABASE_URL, first, messages);
    const results = [];
    for (let round = 0; round < rounds; round++) results.push(await run(DRIVER, { ...side, mode: 'history', seconds, members: [first, ...others], lastSeq: messages }));
    const q = (name) => median(results.map((r) => r.page[name])).toFixed(1);
    console.log(`| of ${messages} | ${spread(results.map((r) => r.pagesPerSecond))} | ${q('p50')}/${q('p95')}/${q('p99')} | ${median(results.map((r) => r.cores.server)).toFixed(2)}/${median(results.map((r) => r.cores.postgres)).toFixed(2)} |`);
  }
  await processes.stopAll();
  console.log();
}

/** A send costs the same in a room of a million messages, and with a hundred thousand idle rooms beside it. */
async function growth({ postgres }) {
  const side = await hejie();
  side.pids.postgres = postgres;
  console.log('| cost of a send | acked/s | server + PostgreSQL us a message | ack p50 ms at 300/s |\n| --- | --- | --- | --- |');
  const cases = [
    ['rooms of 10,000 messages', async (members) => fillEach(members, 10_000)],
    ['one of them of 1,000,000', async (members) => fill(env.DATABASE_URL, members[0], 1_000_000)],
    ['and 100,000 idle rooms', async () => void (await populate(env.DATABASE_URL, 100_000))],
  ];
  const members = await people(ROOMS);
  for (const [name, prepare] of cases) {
    await prepare(members);
    const saturated = [];
    const paced = [];
    for (let round = 0; round < rounds; round++) {
      for (const [list, mode] of [[saturated, { mode: 'saturate' }], [paced, { mode: 'paced', rate: 300 }]]) {
        const run_ = randomBytes(16).toString('hex').replace(/^(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4');
        list.push(await run(DRIVER, { ...side, ...mode, seconds, members: members.map((m) => ({ ...m, run: run_ })) }));
      }
    }
    const cost = (key) => Math.round(median(saturated.map((r) => r.cpuPerMessage[key])));
    console.log(`| ${name} | ${spread(saturated.map((r) => r.ackedPerSecond))} | ${cost('server')} + ${cost('postgres')} | ${median(paced.map((r) => r.ack.p50)).toFixed(1)} |`);
  }
  await processes.stopAll();
  console.log();
}

async function fillEach(members, messages) {
  for (let i = 0; i < members.length; i += 4) await fill(env.DATABASE_URL, members[i], messages);
}

/** Two api processes with Redis between them: each member's socket is on either. */
async function twoProcesses({ postgres }) {
  const socket = join(folder, 'redis.sock');
  const { spawn } = await import('node:child_process');
  const redis = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  try {
    console.log('| api processes | acked/s | all four p50/p95/p99 ms at 300/s | servers + PostgreSQL us a message |\n| --- | --- | --- | --- |');
    for (const count of [1, 2]) {
      const apis = [];
      for (let i = 0; i < count; i++) apis.push(await processes.start('dist/apps/api/main.js', { ...env, REDIS_URL: `unix://${socket}` }));
      const side = { server: 'hejie', ports: apis.map((a) => a.port), pids: { server: apis.map((a) => a.pid), postgres } };
      const saturated = [];
      const paced = [];
      for (let round = 0; round < rounds; round++) {
        saturated.push(await run(DRIVER, { ...side, mode: 'saturate', seconds, members: await people(ROOMS) }));
        paced.push(await run(DRIVER, { ...side, mode: 'paced', rate: 300, seconds, members: await people(ROOMS) }));
      }
      const cost = (key) => Math.round(median(saturated.map((r) => r.cpuPerMessage[key])));
      const q = (name) => median(paced.map((r) => r.all[name])).toFixed(1);
      const missing = [...saturated, ...paced].reduce((sum, r) => sum + r.missing, 0);
      console.log(`| ${count}${missing ? ` (${missing} not heard live)` : ''} | ${spread(saturated.map((r) => r.ackedPerSecond))} | ${q('p50')}/${q('p95')}/${q('p99')} | ${cost('server')} + ${cost('postgres')} |`);
      await processes.stopAll();
    }
  } finally {
    redis.kill('SIGTERM');
  }
  console.log();
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function spread(values, places = 0) {
  return `${median(values).toFixed(places)} (${Math.min(...values).toFixed(places)}-${Math.max(...values).toFixed(places)})`;
}
