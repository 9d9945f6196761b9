import { z } from 'zod';
import type { Role } from './actor.js';

/**
 * An event a client may send over the socket. `permission` is checked and `payload` parsed before
 * the handler runs; the acknowledgement is `{ ok: true, data }` or `{ ok: false, problem }`.
 */
export interface SocketEventDefinition<P = unknown, A = unknown> {
  readonly event: string;
  readonly permission: string;
  readonly payload: z.ZodType<P>;
  readonly ack: z.ZodType<A>;
}

export function defineSocketEvent<P, A>(definition: SocketEventDefinition<P, A>): SocketEventDefinition<P, A> {
  return definition;
}

/** Who may hold each permission at all; relations to the thing itself are asked by the use case. */
export type Policy = Readonly<Record<string, readonly Role[]>>;
