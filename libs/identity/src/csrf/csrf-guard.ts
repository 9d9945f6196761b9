import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ActorResolver, OriginCheck, refusePlatform, type ActorRequest } from '@hejie/platform';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Unsafe requests come from our own pages: right `Origin`, and with a session also its CSRF token. */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(
    private readonly origins: OriginCheck,
    private readonly actors: ActorResolver,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    if (SAFE.has(request.method)) return true;
    if (!this.origins.allows(request.headers)) throw refusePlatform('ORIGIN_REFUSED');
    if (!request.actor || this.actors.isCsrfToken(request.actor.sessionId, request.headers['x-csrf-token'])) return true;
    throw refusePlatform('CSRF_REFUSED');
  }
}
