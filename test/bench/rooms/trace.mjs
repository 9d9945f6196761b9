// Loaded into a Hejie before its start (`--import`): how long messages spend where in the server. Prints one JSON line on SIGUSR2.
import { PerformanceObserver } from 'node:perf_hooks';
import { AppendLog } from '../../../libs/rooms/dist/append-log/append-log.js';

let stages = {};
const note = (stage, ms) => (stages[stage] ??= []).push(ms);
const around = (method, wrap) => {
  const own = AppendLog.prototype[method];
  AppendLog.prototype[method] = function (...args) {
    return wrap(args, () => own.apply(this, args));
  };
};
const since = new WeakMap();

around('append', ([message], run) => {
  since.set(message, performance.now());
  return run();
});
around('commit', async ([batch], run) => {
  const start = performance.now();
  for (const { message } of batch) note('wait for the commit before it', start - since.get(message));
  const done = await run();
  note('statement and commit', performance.now() - start);
  return done;
});
around('settle', ([{ batch }], run) => {
  const start = performance.now();
  run();
  note('hand to the sockets', performance.now() - start);
  for (const { message } of batch) note('in the server, all', performance.now() - since.get(message));
});
new PerformanceObserver((list) => list.getEntries().forEach((e) => note('a pause for garbage', e.duration))).observe({ entryTypes: ['gc'] });
process.on('SIGUSR2', () => {
  console.log(JSON.stringify({ stages }));
  stages = {};
});
