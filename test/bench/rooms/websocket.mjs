// A WebSocket client that costs little: frames are written and cut by hand, so that the driver's share of
// the machine is small and the same for every server it drives. Mask key 0, no fragmentation.
import { connect } from 'node:net';

/**
 * @param {{ port: number, path: string, headers?: Record<string, string>, onText: (payload: Buffer, connection: Connection) => void }} options
 * @typedef {{ send: (text: string) => void, close: () => void }} Connection
 * @returns {Promise<Connection>}
 */
export function openWebSocket({ port, path, headers = {}, onText }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let rest = null;
    let open = false;
    const connection = { send: (text) => socket.write(frame(text)), close: () => socket.destroy() };
    socket.on('error', reject);
    socket.on('connect', () => {
      const lines = { Host: `127.0.0.1:${port}`, Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version': '13', ...headers };
      socket.write(`GET ${path} HTTP/1.1\r\n${Object.entries(lines).map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n`);
    });
    socket.on('data', (chunk) => {
      let data = rest ? Buffer.concat([rest, chunk]) : chunk;
      rest = null;
      if (!open) {
        const end = data.indexOf('\r\n\r\n');
        if (end < 0) return void (rest = data);
        if (data.indexOf(' 101 ') < 0) return reject(new Error(data.toString('latin1', 0, 300)));
        open = true;
        data = data.subarray(end + 4);
        resolve(connection);
      }
      rest = cut(data, (payload) => onText(payload, connection));
    });
  });
}

/** Hands out the whole frames in `data`; answers what is left over. */
function cut(data, onText) {
  let at = 0;
  while (data.length - at >= 2) {
    let length = data[at + 1] & 127;
    let head = 2;
    if (length === 126) {
      if (data.length - at < 4) break;
      length = data.readUInt16BE(at + 2);
      head = 4;
    } else if (length === 127) {
      if (data.length - at < 10) break;
      length = Number(data.readBigUInt64BE(at + 2));
      head = 10;
    }
    if (data.length - at < head + length) break;
    if ((data[at] & 15) === 1) onText(data.subarray(at + head, at + head + length));
    at += head + length;
  }
  return at < data.length ? data.subarray(at) : null;
}

function frame(text) {
  const payload = Buffer.from(text);
  const head = payload.length < 126 ? 6 : 8;
  const out = Buffer.allocUnsafe(head + payload.length);
  out[0] = 0x81;
  if (payload.length < 126) {
    out[1] = 0x80 | payload.length;
    out.writeUInt32LE(0, 2);
  } else {
    out[1] = 0x80 | 126;
    out.writeUInt16BE(payload.length, 2);
    out.writeUInt32LE(0, 4);
  }
  payload.copy(out, head);
  return out;
}
