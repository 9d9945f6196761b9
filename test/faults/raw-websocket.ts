import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Person } from './faulty-client.js';

export interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly fin?: boolean;
  readonly rsv?: number;
  readonly masked?: boolean;
  /** What the header says, if it lies. */
  readonly length?: number;
}

export const TEXT = 1;
const CLOSE = 8;
export const text = (payload: string): Frame => ({ opcode: TEXT, payload: Buffer.from(payload) });

/** The bytes of a WebSocket frame (RFC 6455, 5.2), right or wrong. */
export function bytesOf({ opcode, payload, fin = true, rsv = 0, masked = true, length = payload.length }: Frame): Buffer {
  const size = length < 126 ? Buffer.alloc(0) : Buffer.alloc(length < 65_536 ? 2 : 8);
  if (size.length === 2) size.writeUInt16BE(length);
  if (size.length === 8) size.writeBigUInt64BE(BigInt(length));
  const short = size.length === 0 ? length : size.length === 2 ? 126 : 127;
  const head = Buffer.from([(fin ? 0x80 : 0) | (rsv << 4) | opcode, (masked ? 0x80 : 0) | short]);
  const mask = masked ? randomBytes(4) : Buffer.alloc(0);
  return Buffer.concat([head, size, mask, masked ? Buffer.from(payload.map((b, i) => b ^ mask[i % 4]!)) : payload]);
}

/** A signed-in socket without any library on this side: whatever bytes one likes. */
export class RawWebSocket {
  /** All texts that came back. */
  received = '';
  private unread: Buffer = Buffer.alloc(0);
  private upgraded = false;
  private probes = 70_000;

  private constructor(private readonly tcp: Socket) {
    tcp.on('error', () => undefined);
    tcp.on('data', (chunk) => this.read(chunk));
  }

  /** Through the handshakes of WebSocket, Engine.IO and Socket.IO. */
  static async open(port: number, { cookie, csrfToken }: Person): Promise<RawWebSocket> {
    const tcp = connect({ port, host: '127.0.0.1', noDelay: true });
    const raw = new RawWebSocket(tcp);
    const head = ['GET /socket/?EIO=4&transport=websocket HTTP/1.1', 'Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`, `Cookie: ${cookie}`];
    tcp.write(`${head.join('\r\n')}\r\n\r\n`);
    await raw.until(/"sid"/);
    raw.send(text(`40${JSON.stringify({ csrfToken })}`));
    await raw.until(/40\{"sid"/);
    return raw;
  }

  get open(): boolean {
    return !this.tcp.destroyed && this.tcp.writable;
  }

  send(frame: Frame | Buffer): void {
    if (this.open) this.tcp.write(Buffer.isBuffer(frame) ? frame : bytesOf(frame));
  }

  /** Whether the server answers an event sent after all others. */
  async answered(): Promise<boolean> {
    const id = this.probes++;
    this.send(text(`42${id}["room.leave",{}]`));
    const answer = new RegExp(`43${id}\\[`);
    await this.until(answer);
    return answer.test(this.received);
  }

  close(): void {
    this.tcp.destroy();
  }

  /** The server's frames: it splits none. Its close frame ends the line. */
  private read(chunk: Buffer): void {
    this.unread = Buffer.concat([this.unread, chunk]);
    if (!this.upgraded) {
      const end = this.unread.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.upgraded = true;
      this.unread = this.unread.subarray(end + 4);
    }
    while (this.unread.length >= 2) {
      const short = this.unread[1]! & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (this.unread.length < head) return;
      const end = head + (short < 126 ? short : short === 126 ? this.unread.readUInt16BE(2) : Number(this.unread.readBigUInt64BE(2)));
      if (this.unread.length < end) return;
      const opcode = this.unread[0]! & 0x0f;
      if (opcode === TEXT) this.received += `${this.unread.toString('utf8', head, end)}\n`;
      if (opcode === CLOSE) return void this.tcp.destroy();
      this.unread = this.unread.subarray(end);
    }
  }

  private until(pattern: RegExp): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.tcp.off('data', look);
        this.tcp.off('close', done);
        clearTimeout(late);
        resolve();
      };
      const look = () => pattern.test(this.received) && done();
      const late = setTimeout(done, 5000);
      this.tcp.on('data', look);
      this.tcp.once('close', done);
      look();
      if (this.tcp.destroyed) done();
    });
  }
}
