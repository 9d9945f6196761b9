// Rule evaluations per second of one core's time, so that other work on the machine does not blur it: every worked case in turn, its input checked and its answer with working,
// articles and cautions. Usage: npm run bench:law [-- seconds]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildServer } from '../../apps/standalone/build.mjs';

const seconds = Number(process.argv[2] ?? 5);
const AIM = 50_000;
const count = (n) => Math.round(n).toLocaleString('en');

await buildServer();
const { ask } = await import('../../libs/law/dist/index.js');
const cases = JSON.parse(readFileSync(new URL('../../libs/law/src/testing/vectors.json', import.meta.url), 'utf8'));

/** Asks all of some cases again and again; answers evaluations per second of CPU time (all threads) and by the clock. */
function measure(some, forSeconds) {
  const started = performance.now();
  const before = process.cpuUsage();
  let asked = 0;
  while (performance.now() - started < 1000 * forSeconds) {
    for (const { topic, input } of some) ask(topic, input);
    asked += some.length;
  }
  const { user, system } = process.cpuUsage(before);
  return { cpu: (1e6 * asked) / (user + system), clock: (1000 * asked) / (performance.now() - started) };
}

measure(cases, 1);
const rate = measure(cases, seconds);
const byTopic = [...new Set(cases.map((c) => c.topic))].map((topic) => [topic, measure(cases.filter((c) => c.topic === topic), 0.1).cpu]);
byTopic.sort((a, b) => a[1] - b[1]);

console.log(`machine    ${cpus().length} x ${cpus()[0].model}, Node ${process.version}`);
console.log(`commit     ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()}`);
console.log(`evaluated  ${cases.length} worked cases of ${byTopic.length} rules for ${seconds} s`);
console.log(`result     ${count(rate.cpu)} rule evaluations/s of one core (aim ${count(AIM)}: ${rate.cpu >= AIM ? 'met' : 'missed'}); ${count(rate.clock)}/s by the clock`);
console.log(`slowest    ${byTopic.slice(0, 3).map(([topic, r]) => `${topic} ${count(r)}/s`).join(', ')}`);
if (rate.cpu < AIM) process.exitCode = 1;
