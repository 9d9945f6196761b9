import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { OriginCheck, refusePlatform, type ActorRequest } from '@hejie/platform';
import { refuse } from '../identity.refusals.js';
import { Sessions } from '../sessions/sessions.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Unsafe requests come from our own pages: right `Origin`, and with a session also its CSRF token. */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(
    private readonly origins: OriginCheck,
    private readonly sessions: Sessions,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (SAFE.has(request.method)) return true;
    if (!this.origins.allows(request.headers)) throw refusePlatform('ORIGIN_REFUSED');
    if (!request.actor) return true;
    const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
    const right = Buffer.from(this.sessions.csrfToken(request.actor.sessionId));
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw refuse('CSRF_REFUSED');
    return true;
  }
}
