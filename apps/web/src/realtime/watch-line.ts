import type { Socket } from 'socket.io-client';

/** The server pings every 5 s; silence for this long means the line is gone, whatever the phone believes. */
const SILENCE_MS = 8000;
/** After this the old line is given up and a new one tried; not sooner, as a photo going up may hold an answer back. */
const GIVE_UP_MS = 12_000;
const LOOK_MS = 1000;

/** Tells whether the line is up: at once when the phone or the socket knows it is not, within 10 s when neither does. Answers how to stop. */
export function watchLine(socket: Socket, onChange: (up: boolean) => void): () => void {
  let heardAt = Date.now();
  let met = socket.connected; // a first connection may take its time
  let told: boolean | undefined;
  const tell = () => {
    met ||= socket.connected;
    const silence = Date.now() - heardAt;
    if (socket.connected && silence > GIVE_UP_MS) socket.io.engine.close();
    const up = navigator.onLine && (socket.connected || !met) && silence < SILENCE_MS;
    if (up === told) return;
    told = up;
    onChange(up);
  };
  const heard = () => {
    heardAt = Date.now();
    tell();
  };
  // back on the network, an old line is not worth waiting for
  const onOnline = () => {
    if (socket.connected && told === false) socket.io.engine.close();
    tell();
  };
  const timer = setInterval(tell, LOOK_MS);
  socket.on('connect', heard);
  socket.on('disconnect', tell);
  socket.onAny(heard);
  socket.io.on('ping', heard);
  addEventListener('offline', tell);
  addEventListener('online', onOnline);
  return () => {
    clearInterval(timer);
    socket.off('connect', heard);
    socket.off('disconnect', tell);
    socket.offAny(heard);
    socket.io.off('ping', heard);
    removeEventListener('offline', tell);
    removeEventListener('online', onOnline);
  };
}
