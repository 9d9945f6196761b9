import { createSocket, type Socket } from 'node:dgram';

/** Where a window of a call can be reached, as it tells the others. */
const CANDIDATE = /(candidate:\S+ \d+ \S+ \d+ )(\S+) (\d+)( typ )/g;

/**
 * The way between windows of a call whose signals pass through here: they reach each other by addresses of its own only,
 * which lead nowhere any more once the network has `changed`. Those told of afterwards are new.
 */
export class WayBetween {
  private sockets: Socket[] = [];
  private told: Promise<unknown> = Promise.resolve();

  /** A frame with the addresses replaced, handed on after those before it. */
  pass(frame: string | Buffer, on: (frame: string | Buffer) => void): void {
    this.told = this.told.then(async () => on(typeof frame === 'string' ? await this.replaced(frame) : frame));
  }

  /** Nothing gets through by the addresses told so far. */
  changed(): void {
    for (const socket of this.sockets.splice(0)) socket.removeAllListeners('message').on('message', () => undefined);
  }

  private async replaced(frame: string): Promise<string> {
    let text = frame;
    for (const [all, head, host, port, tail] of frame.matchAll(CANDIDATE)) text = text.replace(all, `${head}127.0.0.1 ${await this.door(host!, Number(port))}${tail}`);
    return text;
  }

  /** @returns the port of an address of ours that leads to theirs, and back from there to whoever sent */
  private async door(host: string, port: number): Promise<number> {
    const theirs = host.endsWith('.local') ? '127.0.0.1' : host;
    const door = this.open('udp4');
    const lines = new Map<string, Socket>();
    door.on('message', (packet, from) => {
      const sender = `${from.address}:${from.port}`;
      let line = lines.get(sender);
      if (!line) {
        line = this.open(theirs.includes(':') ? 'udp6' : 'udp4');
        line.on('message', (answer) => door.send(answer, from.port, from.address));
        lines.set(sender, line);
      }
      line.send(packet, port, theirs);
    });
    await new Promise<void>((resolve) => door.bind(0, '127.0.0.1', resolve));
    return door.address().port;
  }

  private open(type: 'udp4' | 'udp6'): Socket {
    const socket = createSocket(type).on('error', () => undefined);
    socket.unref();
    this.sockets.push(socket);
    return socket;
  }
}
