// How fast cases are filed (case, member, timeline entry and outbox row in one transaction; session,
// CSRF and validation on), at once and from a draft as the pages do, beside a bare Fastify + pg single insert on the same
// PostgreSQL in the same run.
// Usage: npm run bench:intake [-- rounds seconds connections]
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { buildServer } from '../../apps/standalone/build.mjs';
import { closedLoop, rawPost } from './closed-loop.mjs';
import { cpuSeconds, cpuSince } from './cpu.mjs';

const [rounds = 7, seconds = 4, connections = 32] = process.argv.slice(2).map(Number);
const PHONE = '13800000001';
/** More than a second can take: so many drafts are laid ready. */
const MOST_PER_SECOND = 8000;

/** A work injury as it is told to the law's questions, all answered. */
const INTAKE = {
  work: 'employee', age: 'adult', people: 'one', matters: ['injury', 'noContract'], licensed: 'yes', hireDate: '2019-06-01', stillEmployed: 'yes', monthlyWage: 5_000,
  contract: 'no', insured: 'no', where: 'work', hurtOn: '2020-03-12', recognition: 'yes', grade: '8', conclusionOn: '2020-09-10', injuryEnds: 'yes', nursing: 'none',
  stayMonths: 3, medicalCosts: 4_200, alreadyPaid: 0, knewOn: '2020-03-12', demandedOn: null, stage: 'none',
};

/** Drafts of one worker with every answer given, laid ready so that only their filing is measured: one made through the doors, and copies of it. */
class Drafts {
  #ids = [];

  static async open(connectionString, port, worker) {
    const drafts = new Drafts();
    const send = async (method, path, body) => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/cases${path}`, { method, headers: { ...worker, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${method} /cases${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    };
    drafts.model = (await send('POST', '', { requestId: randomUUID() })).id;
    const { facts: { region, employer, story }, claimant } = aCase();
    await send('PATCH', `/${drafts.model}/draft`, { answers: { region, employer, story, claimant, intake: INTAKE } });
    drafts.client = new pg.Client({ connectionString });
    await drafts.client.connect();
    const { rows } = await drafts.client.query(`select column_name as name from information_schema.columns where table_name = 'dispute_case' and column_name not in ('id', 'request_id')`);
    drafts.columns = rows.map((r) => `"${r.name}"`).join(', ');
    return drafts;
  }

  /** Sees to it that so many are ready. */
  async stock(count) {
    const missing = count - this.#ids.length;
    if (missing <= 0) return;
    const { rows } = await this.client.query(
      `with made as (insert into dispute_case (id, request_id, ${this.columns})
         select gen_random_uuid(), gen_random_uuid(), ${this.columns} from dispute_case, generate_series(1, $2) where id = $1 returning id, claimant_id, created_at)
       insert into case_member (case_id, account_id, relation, since) select id, claimant_id, 'claimant', created_at from made returning case_id`,
      [this.model, missing],
    );
    this.#ids.push(...rows.map((r) => r.case_id));
  }

  next() {
    const id = this.#ids.pop();
    if (!id) throw new Error('no draft is left; raise MOST_PER_SECOND');
    return id;
  }

  close() {
    return this.client.end();
  }
}

await buildServer();
const { EmbeddedDatabase, ensureDatabase, STANDALONE_SETTINGS } = await import('../../dist/apps/standalone/embedded-database.js');
const folder = mkdtempSync(join(tmpdir(), 'hejie-bench-'));
chmodSync(folder, 0o755);
// as `npm start` runs it: every commit reaches the disk
const database = new EmbeddedDatabase({ folder: join(folder, 'postgres'), password: 'bench', settings: STANDALONE_SETTINGS });
const children = [];
try {
  await database.start();
  await ensureDatabase(database.url('postgres'), 'hejie');
  const env = { ...process.env, DATABASE_URL: database.url('hejie'), DATA_DIR: join(folder, 'data'), FIELD_KEY: randomBytes(32).toString('base64'), HOST: '127.0.0.1', PORT: '0', DEV_TOOLS: 'true', LOG_LEVEL: 'warn' };
  const api = await start('dist/apps/api/main.js', env);
  await foundCity(env.DATABASE_URL);
  const worker = await signIn(api.port, env);
  const bare = await start('test/bench/bare-server.mjs', env);
  const drafts = await Drafts.open(env.DATABASE_URL, api.port, worker);
  const filed = { name: 'Hejie: a draft filed', ...api, next: () => rawPost(`/api/cases/${drafts.next()}/file`, worker, { requestId: randomUUID() }) };
  const hejie = { name: 'Hejie: a case filed at once', ...api, next: () => rawPost('/api/cases/quick', worker, aCase()) };
  const yardstick = { name: 'bare Fastify + pg: one insert', ...bare, next: () => rawPost('/bare', {}, aCase()) };

  const sides = [hejie, filed, yardstick];
  const results = new Map(sides.map((side) => [side, []]));
  for (const side of sides) {
    await drafts.stock(2 * MOST_PER_SECOND);
    await closedLoop({ ...side, connections, seconds: 2 });
  }
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 ? sides.toReversed() : sides) {
      await drafts.stock(seconds * MOST_PER_SECOND);
      const pids = { server: [side.pid], postgres: database.pid };
      const before = cpuSeconds(pids);
      const result = await closedLoop({ ...side, connections, seconds });
      const cpu = cpuSince(before, pids);
      if (result.failed.length) throw new Error(`${side.name}: ${result.failed.length} refused, e.g.\n${result.failed[0]}`);
      results.get(side).push({ ...result, ...Object.fromEntries(Object.entries(cpu).map(([who, used]) => [who, (used / result.answered) * 1e6])) });
    }
  }
  await checkWhole(env.DATABASE_URL);
  await drafts.close();
  report(results, [hejie, filed], yardstick);
} finally {
  await Promise.all(children.map((c) => new Promise((r) => (c.once('exit', r), c.kill('SIGTERM')))));
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function start(program, env) {
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && child.exitCode === null; await sleep(20)) {
    const port = /listening on port (\d+)/.exec(output)?.[1];
    if (port) return { port: Number(port), pid: child.pid };
  }
  throw new Error(`${program} did not start:\n${output}`);
}

/** A city's union, as every installation has. */
async function foundCity(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const id = randomUUID();
  await client.query(`insert into organisation (id, parent_id, path, name, kind) values ($1, null, $2, '和解市总工会', 'city')`, [id, `${id}/`]);
  await client.end();
}

/** Signs a worker in through the doors; a worker process sends the code for as long as that takes. */
async function signIn(port, env) {
  const sender = spawn(process.execPath, ['dist/apps/worker/main.js'], { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/api`;
  const post = (path, body) => fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  try {
    await post('/auth/codes', { phone: PHONE });
    for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50)) {
      const { items } = await (await fetch(`${url}/dev/messages`)).json();
      const code = /\d{6}/.exec(items[0]?.body ?? '')?.[0];
      if (!code) continue;
      const answer = await post('/auth/sessions', { phone: PHONE, code });
      return { cookie: answer.headers.getSetCookie().find((c) => c.startsWith('hejie_session=')).split(';')[0], 'x-csrf-token': (await answer.json()).csrfToken };
    }
    throw new Error('the sign-in code did not come');
  } finally {
    await new Promise((r) => (sender.once('exit', r), sender.kill('SIGTERM')));
  }
}

function aCase() {
  return {
    requestId: randomUUID(),
    claimant: { name: '姜小明' },
    facts: {
      disputeTypes: ['WORK_INJURY', 'NO_CONTRACT'],
      region: '平度市',
      employer: { name: '平度市某机械厂' },
      employment: { contract: 'no', insured: 'no', platformWork: false, startDate: '2019-06-01', position: '操作工', monthlyWageFen: 500_000 },
      claims: [
        { kind: 'injury_disability', amountFen: 5_500_000 },
        { kind: 'double_wage', amountFen: 5_500_000 },
      ],
      story: '2020年3月在车间操作机器时右手受伤，单位没有签合同，也没有缴纳工伤保险。',
    },
  };
}

/** Every case acknowledged is there with its member, its timeline entry and its outbox row. */
async function checkWhole(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(`select (select count(*) from dispute_case where status <> 'draft') as cases,
    (select count(*) from case_member m join dispute_case c on c.id = m.case_id where c.status <> 'draft') as members,
    (select count(*) from case_event) as events, (select count(*) from outbox_event where topic = 'cases.case_filed.v1') as outbox`);
  await client.end();
  const counts = Object.values(rows[0]);
  if (new Set(counts).size !== 1) throw new Error(`torn filings: ${JSON.stringify(rows[0])}`);
  console.log(`${counts[0]} cases filed, each with its member, timeline entry and outbox row`);
}

function report(results, ours, yardstick) {
  const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const of = (side, key) => results.get(side).map((r) => r[key]);
  console.log(`${rounds} interleaved rounds of ${seconds} s, ${connections} connections, ${cpus().length} x ${cpus()[0].model.trim()}, Node ${process.versions.node}, fsync on\n`);
  console.log('| | req/s median (min-max) | p50 ms | p99 ms | CPU µs a request: server, PostgreSQL, client |\n| --- | --- | --- | --- | --- |');
  for (const side of results.keys()) {
    const rates = of(side, 'perSecond');
    console.log(`| ${side.name} | ${Math.round(median(rates))} (${Math.round(Math.min(...rates))}-${Math.round(Math.max(...rates))}) | ${median(of(side, 'p50')).toFixed(1)} | ${median(of(side, 'p99')).toFixed(1)} | ${['server', 'postgres', 'driver'].map((who) => Math.round(median(of(side, who)))).join(', ')} |`);
  }
  console.log();
  for (const side of ours) {
    const ratios = of(side, 'perSecond').map((rate, i) => rate / of(yardstick, 'perSecond')[i]);
    console.log(`${side.name}: ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}); aim >= 0.5`);
  }
}
