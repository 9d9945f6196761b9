import { readFileSync } from 'node:fs';
import { freePort, Host } from '../kit/host.js';

/** One api process that keeps its port over restarts. */
export class Api {
  /** What it printed before it was started the last time. */
  private before = '';

  private constructor(
    readonly port: number,
    private readonly env: Record<string, string>,
    private host: Host,
  ) {}

  static async start(env: Record<string, string>): Promise<Api> {
    const port = await freePort();
    const all = { ...env, PORT: String(port), HOST: '127.0.0.1' };
    const api = new Api(port, all, new Host('dist/apps/api/main.js', all));
    await api.host.printed(/listening on port/);
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get output(): string {
    return this.before + this.host.output;
  }

  /** Resident memory in bytes. */
  get memory(): number {
    const status = readFileSync(`/proc/${this.host.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) * 1024;
  }

  /** Whether it has not ended by itself. */
  get running(): boolean {
    try {
      return process.kill(this.host.pid!, 0);
    } catch {
      return false;
    }
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    return this.host.stop(signal);
  }

  async startAgain(): Promise<void> {
    this.before = this.output;
    this.host = new Host('dist/apps/api/main.js', this.env);
    await this.host.printed(/listening on port/);
  }
}
