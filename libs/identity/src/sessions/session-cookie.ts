import { SESSION_COOKIE, type Config } from '@hejie/platform';
import type { FastifyReply } from 'fastify';

const MAX_AGE_SECONDS = 90 * 24 * 3600;

/** Hands the session's token to the browser: not readable by scripts, not sent from other sites. */
export function setSessionCookie(reply: FastifyReply, config: Config, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure, maxAge: MAX_AGE_SECONDS });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
