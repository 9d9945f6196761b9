import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ContextRegistry } from '../context/registry.js';
import { notFound, refusePlatform } from '../context/platform-refusals.js';
import { ActorResolver, SESSION_COOKIE, type Actor } from './actor.js';
import { PERMISSION, PUBLIC, type ActorRequest } from './permit.js';

/** Denies by default: a handler is open to nobody until it names a permission its actor's roles hold. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly registry: ContextRegistry,
    private readonly actors: ActorResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const token = request.cookies?.[SESSION_COOKIE];
    const actor = token ? await this.actors.resolve(token) : null;
    if (actor) request.actor = actor;

    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    if (!actor) throw refusePlatform('UNAUTHENTICATED');
    const permission = this.reflector.getAllAndOverride<string>(PERMISSION, targets);
    if (!permission || !holds(this.registry, actor, permission)) throw notFound();
    return true;
  }
}

/** Whether any of the actor's roles may hold the permission at all. */
export function holds(registry: ContextRegistry, actor: Actor, permission: string): boolean {
  const allowed = registry.policy[permission];
  return allowed !== undefined && actor.roles.some((role) => allowed.includes(role));
}
