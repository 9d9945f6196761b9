import type { RedisOptions } from 'ioredis';

/** Connection options of a `redis://`, `rediss://` or `unix:///path` URL. */
export function redisOptions(url: string): RedisOptions {
  // BullMQ waits for Redis to come back instead of failing the command
  const base = { maxRetriesPerRequest: null };
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
