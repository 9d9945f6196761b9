import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Line {
  readonly client: Socket;
  readonly server: Socket;
  /** Went dark: neither side learns anything of the other any more. */
  dead: boolean;
}

const DRIP_MS = 100;

/**
 * A TCP proxy in front of one or more api processes of this machine: spreads connections over those
 * that answer, and can do to them what networks do.
 */
export class TcpProxy {
  private readonly lines = new Set<Line>();
  private readonly clients = new Set<Socket>();
  private readonly listener: Server;
  private next = 0;
  private state: 'up' | 'dark' | 'down' = 'up';

  /** @param bytesPerSecond how fast the clients read, if they are slow */
  private constructor(
    private readonly targets: () => readonly number[],
    private bytesPerSecond: number | undefined,
  ) {
    this.listener = createServer({ noDelay: true }, (client) => this.accept(client));
  }

  /** @param targets the ports to connect to, asked for each new connection */
  static async start(targets: () => readonly number[], options: { bytesPerSecond?: number } = {}): Promise<TcpProxy> {
    const proxy = new TcpProxy(targets, options.bytesPerSecond);
    await new Promise<void>((resolve) => proxy.listener.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  /** Connections through which something can pass. */
  get live(): number {
    return [...this.lines].filter((line) => !line.dead).length;
  }

  /** New connections are fast from now on. */
  quicken(): void {
    this.bytesPerSecond = undefined;
  }

  /** Resets every connection at once; new ones may come. */
  cut(): void {
    for (const { client, server } of this.lines) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** Half-open: nothing passes any more, and neither side is told. New connections are as dead. */
  blackHole(): void {
    this.state = 'dark';
    for (const line of this.lines) {
      line.dead = true;
      for (const side of [line.client, line.server]) side.unpipe().pause();
    }
  }

  /** The network is down: connections are cut, and new ones refused. */
  down(): void {
    this.state = 'down';
    this.cut();
  }

  /** The network is back; connections that went dark stay dead, as behind a router that forgot them. */
  up(): void {
    this.state = 'up';
  }

  async close(): Promise<void> {
    this.state = 'down';
    this.cut();
    for (const client of this.clients) client.destroy();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private accept(client: Socket): void {
    client.on('error', () => undefined);
    this.clients.add(client);
    client.once('close', () => this.clients.delete(client));
    if (this.state === 'down') client.resetAndDestroy();
    else if (this.state === 'dark') client.pause();
    else this.connect(client, this.targets());
  }

  /** To the next of the targets that answers. */
  private connect(client: Socket, ports: readonly number[], tries = ports.length): void {
    const port = ports[this.next++ % ports.length];
    if (port === undefined || tries === 0) return void client.destroy();
    const server = connect({ port, host: '127.0.0.1', noDelay: true });
    server.once('connect', () => this.join({ client, server, dead: false }));
    server.once('error', () => !this.isJoined(server) && this.connect(client, ports, tries - 1));
    server.on('error', () => undefined);
  }

  private isJoined(server: Socket): boolean {
    return [...this.lines].some((line) => line.server === server);
  }

  private join(line: Line): void {
    const { client, server } = line;
    this.lines.add(line);
    client.pipe(server);
    if (this.bytesPerSecond === undefined) server.pipe(client);
    else this.drip(line, this.bytesPerSecond);
    client.once('close', () => (line.dead ? server.destroyed : server.destroy()) && this.lines.delete(line));
    server.once('close', () => (line.dead ? client.destroyed : client.destroy()) && this.lines.delete(line));
  }

  private drip({ client, server }: Line, bytesPerSecond: number): void {
    const most = Math.ceil((bytesPerSecond * DRIP_MS) / 1000);
    const timer = setInterval(() => {
      const chunk = server.read(Math.min(most, server.readableLength)) as Buffer | null;
      if (chunk) client.write(chunk);
    }, DRIP_MS);
    client.once('close', () => clearInterval(timer));
    server.once('close', () => clearInterval(timer));
  }
}
