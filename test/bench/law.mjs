// Rule evaluations per second on one core: every worked case in turn, its input checked and its answer with working,
// articles and cautions. Usage: npm run bench:law [-- seconds]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildServer } from '../../apps/standalone/build.mjs';

const seconds = Number(process.argv[2] ?? 5);
const AIM = 50_000;

await buildServer();
const { ask } = await import('../../libs/law/dist/index.js');
const cases = JSON.parse(readFileSync(new URL('../../libs/law/src/testing/vectors.json', import.meta.url), 'utf8'));

/** Asks all of some cases again and again; answers evaluations per second. */
function measure(some, forSeconds) {
  const started = performance.now();
  let asked = 0;
  while (performance.now() - started < 1000 * forSeconds) {
    for (const { topic, input } of some) ask(topic, input);
    asked += some.length;
  }
  return (1000 * asked) / (performance.now() - started);
}

measure(cases, 1);
const rate = measure(cases, seconds);
const byTopic = [...new Set(cases.map((c) => c.topic))].map((topic) => [topic, measure(cases.filter((c) => c.topic === topic), 0.1)]);
byTopic.sort((a, b) => a[1] - b[1]);

console.log(`machine    ${cpus().length} x ${cpus()[0].model}, Node ${process.version}`);
console.log(`commit     ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()}`);
console.log(`evaluated  ${cases.length} worked cases of ${byTopic.length} rules for ${seconds} s, one core`);
console.log(`result     ${Math.round(rate).toLocaleString('en')} rule evaluations/s (aim ${AIM.toLocaleString('en')}: ${rate >= AIM ? 'met' : 'missed'})`);
console.log(`slowest    ${byTopic.slice(0, 3).map(([topic, r]) => `${topic} ${Math.round(r).toLocaleString('en')}/s`).join(', ')}`);
if (rate < AIM) process.exitCode = 1;
