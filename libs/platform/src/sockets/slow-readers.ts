import type { Socket as TcpSocket } from 'node:net';
import { Logger } from '@nestjs/common';
import type { Server } from 'socket.io';

/** Most characters that wait in memory for one client. It may be one packet more: a page of history goes out whole. */
const MOST_WAITING = 1_000_000;

interface Connection {
  readonly id: string;
  readonly transport: { readonly writable: boolean; readonly socket?: { readonly _socket?: TcpSocket } };
  on(event: 'packetCreate', listener: (packet: { data?: string | Buffer }) => void): void;
  on(event: 'flush', listener: () => void): void;
  close(discard: boolean): void;
}

/**
 * Cuts the line of a client that takes less than is sent to it, before what waits for it fills our
 * memory. It comes back by itself and asks for what it lacks.
 */
export function cutSlowReaders(server: Server): void {
  const log = new Logger('SlowReaders');
  server.engine.on('connection', (connection: Connection) => {
    let waiting = 0;
    let leaving = 0;
    connection.on('packetCreate', ({ data }) => {
      if (connection.transport.writable) leaving = 0; // all that was handed over is on its way
      if (waiting + leaving > MOST_WAITING) {
        log.warn({ msg: 'a slow reader is cut', connection: connection.id, waiting: waiting + leaving });
        // a reset: what the kernel still holds for them is dropped too
        connection.transport.socket?._socket?.resetAndDestroy();
        return connection.close(true);
      }
      waiting += data?.length ?? 0;
    });
    connection.on('flush', () => {
      leaving = waiting;
      waiting = 0;
    });
  });
}
