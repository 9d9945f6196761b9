import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_MS = 120_000;

/** One child process with what it printed. */
export class Host {
  output = '';
  private readonly child: ChildProcess;

  constructor(
    private readonly program: string,
    env: Record<string, string>,
    args?: readonly string[],
  ) {
    const [command, all] = args ? [program, args] : [process.execPath, [resolve(program)]];
    const { NODE_OPTIONS: _jestOnly, ...inherited } = process.env;
    this.child = spawn(command, all, { env: { ...inherited, NODE_ENV: 'production', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.on('error', (error) => (this.output += String(error)));
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString('utf8')).slice(-200_000)));
    }
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Waits for a line; fails with everything printed when the process ends or takes too long. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(30)) {
      const match = pattern.exec(this.output);
      if (match) return match;
      if (this.ended) break;
    }
    throw new Error(`${this.program} did not print ${String(pattern)}:\n${this.output}`);
  }

  /** Stops its time, and starts it again. */
  hang(): void {
    this.child.kill('SIGSTOP');
  }

  goOn(): void {
    this.child.kill('SIGCONT');
  }

  /** SIGTERM, then waits; a process that does not go is killed after 15 s. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.ended) return;
    const ended = new Promise((r) => this.child.once('exit', r));
    this.child.kill(signal);
    const killer = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(killer);
  }

  /** Waits for the process to end by itself and answers its exit code. */
  async exited(): Promise<number | null> {
    for (const deadline = Date.now() + READY_MS; !this.ended && Date.now() < deadline; ) await sleep(30);
    if (!this.ended) throw new Error(`${this.program} did not end:\n${this.output}`);
    return this.child.exitCode;
  }

  private get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
  }
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolvePort(port));
    });
  });
}
