import { SetMetadata } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { Actor } from '../access/actor.js';
import type { SocketEventDefinition } from '../contract/index.js';

export const HANDLES_SOCKET = 'hejie:socket';

type Events = Record<string, (payload: unknown, ack?: unknown) => void>;

/** A socket of a signed-in person. `data.actor` is who the handshake's session proved. */
export type ActorSocket = Socket<Events, Events, Record<string, never>, { actor: Actor; locale: Actor['locale'] }>;

/**
 * The method that answers a socket event: `(actor, payload, socket) => Promise<ack>`. It is called
 * after the permission and the payload were checked; what it throws becomes the problem in the ack.
 */
export const OnSocket = (definition: SocketEventDefinition<never, never> | SocketEventDefinition) =>
  SetMetadata(HANDLES_SOCKET, definition);
