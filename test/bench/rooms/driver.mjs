// The load, in a process of its own. Takes one job as JSON on stdin, prints one JSON line.
//   saturate: every member, or the first `speakers` of them, always has `underWay` messages under way (closed loop; one unless told)
//   paced:    `rate` messages a second whatever the server does (open loop); latency counts from the due time
//   idle:     `sockets` members join and say nothing
//   history:  pages of 50 back from the end, `sockets` of them at a time
// CPU is read from /proc per process: `pids.server`, and all children of `pids.postgres`.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds, cpuSince } from '../cpu.mjs';
import { openBare, openHejie } from './clients.mjs';

const job = { seconds: 5, warmup: 1.5, ...JSON.parse(readFileSync(0, 'utf8')) };
const open = job.server === 'bare' ? openBare : openHejie;
const result = await { saturate: talk, paced: talk, idle, history }[job.mode]();
console.log(JSON.stringify(result));
process.exit(0);

async function join(members, atOnce) {
  const clients = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < members.length) {
        const i = next++;
        clients[i] = await open(job.ports[i % job.ports.length], members[i]);
      }
    }),
  );
  return clients;
}

async function talk() {
  const clients = await join(job.members, 8);
  const MAX = 3_000_000;
  const due = new Float64Array(MAX);
  const heard = new Uint8Array(MAX);
  const acked = new Uint8Array(MAX);
  const toAck = [];
  const toAll = [];
  let sent = 0, acks = 0, deliveries = 0, doubled = 0, measuring = false, stopped = false;
  const send = (client, at = performance.now()) => {
    const n = ++sent;
    due[n] = at;
    client.send(n);
  };
  for (const client of clients) {
    client.onAck = (n) => {
      if (acked[n]) return void doubled++;
      acked[n] = 1;
      if (measuring) acks++, toAck.push(performance.now() - due[n]);
      if (job.mode === 'saturate' && !stopped) send(client);
    };
    client.onMessage = (n) => {
      if (measuring) deliveries++;
      if (++heard[n] === 4 && measuring) toAll.push(performance.now() - due[n]);
    };
  }
  if (job.mode === 'saturate') for (let i = 0; i < (job.underWay ?? 1); i++) for (const client of clients.slice(0, job.speakers)) send(client);
  else pace(clients, send, () => stopped);

  await sleep(job.warmup * 1000);
  measuring = true;
  const before = { at: performance.now(), sent, cpu: cpuSeconds(job.pids) };
  await sleep(job.seconds * 1000);
  measuring = false;
  const elapsed = (performance.now() - before.at) / 1000;
  const used = cpuSince(before.cpu, job.pids);
  const offered = sent - before.sent;
  const counted = { acks, deliveries };
  stopped = true;
  const missing = await drain(() => countMissing(sent, heard, acked));
  return {
    ackedPerSecond: counted.acks / elapsed,
    deliveriesPerSecond: counted.deliveries / elapsed,
    offeredPerSecond: offered / elapsed,
    ack: quantiles(toAck),
    all: quantiles(toAll),
    cpuPerMessage: { server: (used.server * 1e6) / counted.acks, postgres: (used.postgres * 1e6) / counted.acks },
    cores: { server: used.server / elapsed, postgres: used.postgres / elapsed, driver: used.driver / elapsed },
    sent,
    missing,
    doubled,
  };
}

function pace(clients, send, stopped) {
  const start = performance.now();
  let said = 0;
  const tick = () => {
    if (stopped()) return;
    for (const target = ((performance.now() - start) * job.rate) / 1000; said < Math.floor(target); said++) {
      send(clients[(said * 7) % clients.length], start + ((said + 1) * 1000) / job.rate);
    }
    setTimeout(tick, 1);
  };
  tick();
}

/** Everything sent must reach all four members and its sender's ack; waits up to 5 s for the last. */
async function drain(missing) {
  for (let i = 0; i < 100 && missing() > 0; i++) await sleep(50);
  return missing();
}

function countMissing(sent, heard, acked) {
  let missing = 0;
  for (let n = 1; n <= sent; n++) if (heard[n] !== 4 || !acked[n]) missing++;
  return missing;
}

async function idle() {
  const before = resident();
  const start = performance.now();
  await join(job.members, 32);
  const took = (performance.now() - start) / 1000;
  await sleep(3000);
  return { sockets: job.members.length, joinedPerSecond: job.members.length / took, kibPerSocket: (resident() - before) / job.members.length, residentMib: resident() / 1024 };
}

async function history() {
  const clients = await join(job.members, 4);
  const latencies = [];
  let measuring = false, stopped = false;
  const reading = clients.map(async (client, i) => {
    for (let k = i; !stopped; k++) {
      const start = performance.now();
      const page = await client.page(job.lastSeq - ((k * 97) % (job.lastSeq - 60)));
      if (page.indexOf('"ok":true') < 0) throw new Error(page.toString('utf8', 0, 300));
      if (measuring) latencies.push(performance.now() - start);
    }
  });
  await sleep(job.warmup * 1000);
  measuring = true;
  const before = { at: performance.now(), cpu: cpuSeconds(job.pids) };
  await sleep(job.seconds * 1000);
  measuring = false;
  const elapsed = (performance.now() - before.at) / 1000;
  const used = cpuSince(before.cpu, job.pids);
  stopped = true;
  await Promise.all(reading);
  return { pagesPerSecond: latencies.length / elapsed, page: quantiles(latencies), cores: { server: used.server / elapsed, postgres: used.postgres / elapsed } };
}

function quantiles(values) {
  const sorted = Float64Array.from(values).sort();
  const at = (q) => (sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] : null);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Resident memory of the server in KiB. */
function resident() {
  return job.pids.server.reduce((sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0), 0);
}
