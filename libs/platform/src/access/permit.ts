import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusePlatform } from '../context/platform-refusals.js';
import type { Actor } from './actor.js';

export const PERMISSION = 'hejie:permission';
export const PUBLIC = 'hejie:public';

/** The permission a handler needs. Handlers with neither this nor `@Public` are refused to everybody. */
export const Permit = (permission: string) => SetMetadata(PERMISSION, permission);

/** Open without sign-in. */
export const Public = () => SetMetadata(PUBLIC, true);

export interface ActorRequest extends FastifyRequest {
  actor?: Actor;
}

/** The signed-in actor of the request. */
export const Who = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw refusePlatform('UNAUTHENTICATED');
  return actor;
});

/** The actor where signing in is optional (`@Public` handlers). */
export const MaybeWho = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | undefined =>
    context.switchToHttp().getRequest<ActorRequest>().actor,
);
