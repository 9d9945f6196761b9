// Processes of a benchmark: started, waited for, ended.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_MS = 60_000;

export class Processes {
  #children = [];

  /** Starts a program that prints "port <n>" (or `...:<n>`) when it listens. */
  async start(program, env = {}) {
    const child = spawn(process.execPath, [program], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#children.push(child);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    for (const deadline = Date.now() + READY_MS; Date.now() < deadline && child.exitCode === null; await sleep(20)) {
      const port = /(?:listening on port |ready at http:\/\/\S+?:)(\d+)/.exec(output)?.[1];
      if (port) return { port: Number(port), pid: child.pid, child };
    }
    throw new Error(`${program} did not start:\n${output}`);
  }

  async stopAll() {
    await Promise.all(this.#children.filter((c) => c.exitCode === null && c.signalCode === null).map((c) => new Promise((r) => (c.once('exit', r), c.kill('SIGTERM')))));
    this.#children = [];
  }
}

/** Runs a script to its end: the argument goes in as JSON, and the JSON line it prints comes back. */
export function run(script, argument) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=4096', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(JSON.stringify(argument));
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`${script} ended with ${code}: ${output}`))));
  });
}
