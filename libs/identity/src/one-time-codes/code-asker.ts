import { randomBytes } from 'node:crypto';
import { networkOf, type Actor, type Config } from '@hejie/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Who asks for a code, or enters one: a browser by a name of its own, or an account. */
export interface CodeAsker {
  readonly name: string;
  /** From where; for an account the account itself. */
  readonly from: string;
}

const DEVICE_COOKIE = 'hejie_device';
const DEVICE_DAYS = 400;

/** Older than this, a device is forgotten. */
export const KNOWN_MS = DEVICE_DAYS * 24 * 3_600_000;

/** The browser of a request. One without a name gets it with the answer; it says nothing of its owner and opens nothing. */
export function browserOf(request: FastifyRequest, reply: FastifyReply, config: Config): CodeAsker {
  const known = request.cookies[DEVICE_COOKIE];
  const name = known && /^[\w-]{43}$/.test(known) ? known : randomBytes(32).toString('base64url');
  void reply.setCookie(DEVICE_COOKIE, name, { path: '/api/auth', httpOnly: true, sameSite: 'lax', secure: config.secure, maxAge: DEVICE_DAYS * 24 * 3600 });
  return { name: `device ${name}`, from: networkOf(request.ip) };
}

export function askingAs({ accountId }: Pick<Actor, 'accountId'>): CodeAsker {
  return { name: `account ${accountId}`, from: `account ${accountId}` };
}
