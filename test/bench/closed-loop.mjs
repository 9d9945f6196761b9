// A closed-loop HTTP client that costs little: N keep-alive connections, each sends its next
// request when the last is answered. Latencies in ms from send to the end of the answer.
import { connect } from 'node:net';

/**
 * @param {{ port: number, connections: number, seconds: number, next: () => string }} load `next` gives a whole raw request
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, answered: number, failed: string[] }>}
 */
export async function closedLoop({ port, connections, seconds, next }) {
  const latencies = [];
  const failed = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, () => drive(port, next, until, latencies, failed)));
  const elapsed = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (q) => latencies[Math.min(latencies.length - 1, Math.floor(q * latencies.length))] ?? NaN;
  return { perSecond: latencies.length / elapsed, p50: at(0.5), p99: at(0.99), answered: latencies.length, failed };
}

function drive(port, next, until, latencies, failed) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let text = '';
    const send = () => {
      if (performance.now() >= until) return socket.end(resolve);
      sentAt = performance.now();
      socket.write(next());
    };
    socket.setEncoding('latin1');
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk;
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
      if (text.length < head + 4 + length) return;
      latencies.push(performance.now() - sentAt);
      if (!/^HTTP\/1\.1 20[01]/.test(text)) failed.push(text.slice(0, 500));
      text = '';
      send();
    });
  });
}

/** A raw POST of JSON over a kept connection. */
export function rawPost(path, headers, json) {
  const body = JSON.stringify(json);
  const lines = Object.entries({ host: '127.0.0.1', 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers });
  return `POST ${path} HTTP/1.1\r\n${lines.map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n${body}`;
}
