import type { RedisOptions } from 'ioredis';

/**
 * Connection options of a `redis://`, `rediss://` or `unix:///path` URL.
 *
 * @param silentMs a line on which an answer is owed for so long is broken and made anew: longer than any blocking command waits.
 * Not a timeout of each command: the socket adapter lets go of what it publishes, and a rejection that nobody hears ends the process.
 */
export function redisOptions(url: string, silentMs: number): RedisOptions {
  // BullMQ waits for Redis to come back instead of failing the command
  const base = { maxRetriesPerRequest: null, socketTimeout: silentMs };
  if (url.startsWith('unix://')) return { ...base, path: url.slice('unix://'.length) };
  const u = new URL(url);
  return {
    ...base,
    host: u.hostname,
    port: Number(u.port || 6379),
    db: Number(u.pathname.slice(1) || 0),
    ...(u.username ? { username: decodeURIComponent(u.username) } : {}),
    ...(u.password ? { password: decodeURIComponent(u.password) } : {}),
    ...(u.protocol === 'rediss:' ? { tls: {} } : {}),
  };
}
