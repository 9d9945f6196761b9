import type { Socket } from 'socket.io-client';
import { csrfToken } from '../api/client.js';
import { queries } from '../api/queries.js';

const COME_BACK_MS = 1000;
/** A handshake that takes longer is tried again. */
const HANDSHAKE_MS = 8000;

let current: Promise<Socket> | undefined;
let live = false;

/** The one socket of this page, connected on first use. */
export function realtime(): Promise<Socket> {
  current ??= connect();
  return current;
}

/** Whether news come by themselves at the moment. */
export function isLive(): boolean {
  return live;
}

/** After signing in or out: the next use connects as who one is now. */
export async function resetRealtime(): Promise<void> {
  const old = current;
  current = undefined;
  (await old)?.disconnect();
}

async function connect(): Promise<Socket> {
  const { io } = await import('socket.io-client');
  const socket = io({
    path: '/socket',
    transports: ['websocket'],
    reconnectionDelayMax: 5000,
    timeout: HANDSHAKE_MS,
    auth: (tell) => tell({ csrfToken: csrfToken() }),
  });
  socket.on('connect', () => (live = true));
  socket.on('disconnect', () => (live = false));
  // socket.io comes back by itself after a broken line, but not when the server closed or refused
  socket.on('disconnect', (reason) => reason === 'io server disconnect' && comeBack(socket));
  socket.on('connect_error', () => !socket.active && comeBack(socket));
  return socket;
}

/** The session ended, or the person has other roles now: asks who is signed in, and connects as them. */
function comeBack(socket: Socket): void {
  setTimeout(async () => {
    await queries.refetchQueries({ queryKey: ['me'] });
    if (queries.getQueryData(['me']) && (await current) === socket) socket.connect();
  }, COME_BACK_MS);
}
