import type { Socket } from 'socket.io-client';

let socket: Promise<Socket> | undefined;

/** The one socket of this page, connected on first use. */
export function realtime(): Promise<Socket> {
  socket ??= import('socket.io-client').then(({ io }) => io({ path: '/socket', transports: ['websocket'], reconnectionDelayMax: 5000 }));
  return socket;
}

/** After signing in or out: the next use connects as who one is now. */
export async function resetRealtime(): Promise<void> {
  const old = socket;
  socket = undefined;
  (await old)?.disconnect();
}
