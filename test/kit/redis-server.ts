import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Host } from './host.js';

/** A redis-server of the test's own, keeping nothing, that can be stopped and started at one address. */
export class RedisServer {
  private constructor(
    private readonly path: string,
    private host: Host,
  ) {}

  static async start(): Promise<RedisServer> {
    const path = join(await mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'redis-')), 'redis.sock');
    return new RedisServer(path, await run(path));
  }

  get url(): string {
    return `unix://${this.path}`;
  }

  async flushAll(): Promise<void> {
    const client = new Redis({ path: this.path });
    await client.flushall();
    client.disconnect();
  }

  /** Without a chance to end anything properly. */
  kill(): Promise<void> {
    return this.host.stop('SIGKILL');
  }

  /** It takes what comes and answers nobody until `goOn`. */
  hang(): void {
    this.host.hang();
  }

  goOn(): void {
    this.host.goOn();
  }

  async startAgain(): Promise<void> {
    this.host = await run(this.path);
  }

  stop(): Promise<void> {
    return this.host.stop();
  }
}

async function run(path: string): Promise<Host> {
  const host = new Host('redis-server', {}, ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no']);
  await host.printed(/[Rr]eady to accept connections/);
  return host;
}
