import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { holds } from '../access/access-guard.js';
import type { Actor } from '../access/actor.js';
import { notFound } from '../context/platform-refusals.js';
import { ContextRegistry } from '../context/registry.js';
import type { Problem, SocketEventDefinition } from '../contract/index.js';
import { Problems } from '../http/problems.js';
import { InvalidInput } from '../http/validation.js';
import { newId } from '../ids/ids.js';
import { HANDLES_SOCKET, type ActorSocket } from './socket-handlers.js';

/** Server to client: what became of an event that was sent without an ack function and refused. */
const REFUSED = 'refused';

/** How long a process that stops waits for what it is doing for some of its people. */
const FINISH_MS = 3000;

type Ack = (answer: unknown) => void;
interface Handler {
  readonly definition: SocketEventDefinition;
  readonly run: (actor: Actor, payload: unknown, socket: ActorSocket) => Promise<unknown>;
}

/** The events clients may send: every one passes permission, schema and one error form. */
@Injectable()
export class SocketEvents {
  private readonly handlers = new Map<string, Handler>();
  /** What is being answered, and to whom. */
  private readonly running = new Map<Promise<void>, ActorSocket>();
  private readonly leaving = new WeakSet<ActorSocket>();

  constructor(
    private readonly registry: ContextRegistry,
    private readonly problems: Problems,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  get all(): SocketEventDefinition[] {
    return [...this.handlers.values()].map((h) => h.definition);
  }

  /** Reads the decorators of all providers; two handlers of one event stop the boot. */
  discover(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const target = instance as Record<string, Handler['run']>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(target) as object)) {
        const definition = this.reflector.get<SocketEventDefinition>(HANDLES_SOCKET, target[name]!);
        if (!definition) continue;
        if (this.handlers.has(definition.event)) throw new Error(`two handlers answer the socket event ${definition.event}`);
        this.handlers.set(definition.event, { definition, run: target[name]!.bind(target) });
      }
    }
  }

  /** Takes no more events of these sockets and resolves when those taken are answered. Who is not answered asks again elsewhere. */
  async finish(sockets: readonly ActorSocket[]): Promise<void> {
    for (const socket of sockets) this.leaving.add(socket);
    const theirs = [...this.running].filter(([, socket]) => this.leaving.has(socket)).map(([answered]) => answered);
    if (theirs.length > 0) await Promise.race([Promise.all(theirs), sleep(FINISH_MS, undefined, { ref: false })]);
  }

  /** Checks, runs and acknowledges one event a client sent. */
  async answer(socket: ActorSocket, event: string, payload: unknown, ack: unknown): Promise<void> {
    if (this.leaving.has(socket)) return;
    const answered = this.answerNow(socket, event, payload, ack);
    this.running.set(answered, socket);
    await answered.finally(() => this.running.delete(answered));
  }

  private async answerNow(socket: ActorSocket, event: string, payload: unknown, ack: unknown): Promise<void> {
    const handler = this.handlers.get(event)!;
    const reply: Ack = typeof ack === 'function' ? (ack as Ack) : () => undefined;
    const fail = (problem: Problem) => {
      if (typeof ack === 'function') return reply({ ok: false, problem });
      // sent without asking for an answer: a refusal still has to be heard
      const clientId = clientIdOf(payload);
      socket.emit(REFUSED, { event, ...(clientId ? { clientId } : {}), problem });
    };
    try {
      if (!holds(this.registry, socket.data.actor, handler.definition.permission)) throw notFound();
      const parsed = handler.definition.payload.safeParse(payload);
      if (!parsed.success) throw new InvalidInput(parsed.error.issues);
      reply({ ok: true, data: await handler.run(socket.data.actor, parsed.data, socket) });
    } catch (error) {
      fail(this.problems.describe(error, socket.data.locale, newId()));
    }
  }
}

/** The sender's own id of what it sent, at the top or in `message`, if there is one. */
function clientIdOf(payload: unknown): string | undefined {
  const { clientId, message } = (payload ?? {}) as { clientId?: unknown; message?: { clientId?: unknown } };
  const id = clientId ?? message?.clientId;
  return typeof id === 'string' && id.length <= 64 ? id : undefined;
}
