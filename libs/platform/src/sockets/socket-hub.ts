import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import proxyAddress from '@fastify/proxy-addr';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { parse as parseCookies } from 'cookie';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';
import { ActorResolver, SESSION_COOKIE, type Actor } from '../access/actor.js';
import { Config } from '../config/config.js';
import { redisOptions } from '../config/redis.js';
import { refusePlatform } from '../context/platform-refusals.js';
import type { SocketEventDefinition } from '../contract/index.js';
import { negotiateLocale } from '../http/locale.js';
import { networkOf } from '../http/network.js';
import { OriginCheck } from '../http/origin-check.js';
import { Problems } from '../http/problems.js';
import { newId } from '../ids/ids.js';
import { Doorway } from './doorway.js';
import { SessionWatch } from './session-watch.js';
import { cutSlowReaders } from './slow-readers.js';
import { SocketEvents } from './socket-events.js';
import type { ActorSocket } from './socket-handlers.js';

/**
 * How a process that stops sees people off: so many lines at a time, so many ms apart, in at most so many steps; whoever is
 * still there after `withinMs` leaves at once. They all come back at once, to another process that may just have started; all
 * together they would wait at its door until they give up.
 */
const LEAVE = { lines: 20, everyMs: 200, steps: 15, withinMs: 4000 };

/** Between processes: something for a room's sockets, and the end of a session. */
const RELAYED = 'hub.relayed';
const SESSION_ENDED = 'hub.session_ended';
interface Relayed {
  readonly room: string;
  readonly event: string;
  readonly data: unknown;
}

/** A Redis that is silent for so long is away: nothing more is kept for it. Its stream is read in waits of 5 s. */
const REDIS_SILENT_MS = 10_000;

/** How often a client hears from us, so that it notices a dead line within 10 s. */
const PING_MS = 5000;
/** How long a line may stay open, in ms, before it has said who it is. */
const CONNECT_MS = 10_000;

/**
 * The socket door. A handshake needs our own origin, a live session and its CSRF token. Rooms of the
 * server: `account:<id>` and `session:<id>` here, `room:<id>` by the room engine.
 */
@Injectable()
export class SocketHub implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger('Sockets');
  private server: Server | undefined;
  private watch: SessionWatch | undefined;
  private redis: Redis | undefined;
  private readonly door = new Doorway();
  private readonly proxies: ReturnType<typeof proxyAddress.compile>;
  private closing = false;

  constructor(
    private readonly config: Config,
    private readonly actors: ActorResolver,
    private readonly origins: OriginCheck,
    private readonly problems: Problems,
    private readonly answers: SocketEvents,
  ) {
    this.proxies = proxyAddress.compile([...config.trustProxy]);
  }

  /** The Socket.IO server, once attached. Emit to `account:<id>`, `session:<id>` or a room of the engine. */
  get io(): Server {
    if (!this.server) throw new Error('the socket server is not attached yet');
    return this.server;
  }

  /** Whether this process has sockets at all; a worker has none. */
  get attached(): boolean {
    return this.server !== undefined;
  }

  /** All declared events, for the architecture test and the docs. */
  get events(): SocketEventDefinition[] {
    return this.answers.all;
  }

  attach(http: HttpServer): void {
    this.answers.discover();
    this.server = new Server(http, {
      path: '/socket',
      serveClient: false,
      maxHttpBufferSize: 100_000,
      perMessageDeflate: false,
      pingInterval: PING_MS,
      connectTimeout: CONNECT_MS,
      allowRequest: (request, decide) => decide(null, !this.closing && this.origins.allows(request.headers) && this.door.lets(request, networkOf(this.addressOf(request)))),
    });
    if (this.config.redisUrl) {
      this.redis = new Redis(redisOptions(this.config.redisUrl, REDIS_SILENT_MS));
      this.redis.on('error', (error) => this.log.warn({ msg: 'redis', error: error.message }));
      this.server.adapter(createAdapter(this.redis));
      // a Redis that stood still may have taken what was told on the line that was given up: not told again. The adapter's own readers, made above, do ask again
      this.redis.options.autoResendUnfulfilledCommands = false;
    }
    this.server.use((socket, next) => {
      this.authenticate(socket as ActorSocket).then(
        () => next(),
        (error: unknown) => {
          this.door.entered(socket.request);
          const problem = this.problems.describe(error, localeOf(socket), newId());
          next(Object.assign(new Error(problem.code), { data: problem }));
        },
      );
    });
    this.onProcesses(RELAYED, (relayed) => {
      const { room, event, data } = relayed as Relayed;
      this.io.local.to(room).emit(event, data);
    });
    this.onProcesses(SESSION_ENDED, (sessionId) => this.io.local.in(`session:${String(sessionId)}`).disconnectSockets(true));
    cutSlowReaders(this.server);
    this.watch = new SessionWatch(this.server, this.actors);
    this.server.on('connection', (socket) => this.welcome(socket as ActorSocket));
  }

  /** Tells the other api processes something now, if there are any and Redis is there; what is lost is lost. */
  tellProcesses(event: string, data: unknown): void {
    if (this.redis?.status === 'ready') this.server?.serverSideEmit(event, data);
  }

  /** Hears what the other processes tell. */
  onProcesses(event: string, listener: (data: unknown) => void): void {
    this.io.on(event, listener);
  }

  /** Tells the sockets of a room something now, but for the socket `except`: those here at once, whatever Redis does, those of the other processes if it is there. */
  tellRoom(room: string, event: string, data: unknown, { except }: { except?: string } = {}): void {
    this.io.local.to(room).except(except ?? []).emit(event, data);
    this.tellProcesses(RELAYED, { room, event, data } satisfies Relayed);
  }

  /** Closes every socket of a session: those here at once, those of the other processes if Redis is there, else when their session is asked for. */
  disconnectSession(sessionId: string): void {
    if (!this.server) return;
    this.io.local.in(`session:${sessionId}`).disconnectSockets(true);
    this.tellProcesses(SESSION_ENDED, sessionId);
  }

  /**
   * Before the HTTP server closes, which waits for every connection. Nobody new comes in, what was
   * asked is answered, then the lines are broken, which makes clients come back: to another process.
   * A few at a time; the others are served on.
   */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    const sockets = [...(this.server?.sockets.sockets.values() ?? [])] as ActorSocket[];
    const atOnce = Math.max(LEAVE.lines, Math.ceil(sockets.length / LEAVE.steps));
    const until = Date.now() + LEAVE.withinMs;
    while (sockets.length > 0) {
      const leaving = sockets.splice(0, Date.now() < until ? atOnce : sockets.length);
      await this.answers.finish(leaving);
      for (const { conn } of leaving) conn.close();
      if (sockets.length > 0) await sleep(LEAVE.everyMs);
    }
    this.watch?.stop();
    this.server?.engine.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.server?.close();
    this.redis?.disconnect();
  }

  /** Whose line it is, as for HTTP: behind a proxy that is believed, whom it names. */
  private addressOf(request: IncomingMessage): string {
    return proxyAddress(request, this.proxies) ?? ''; // none for a line that is gone already
  }

  private async authenticate(socket: ActorSocket): Promise<void> {
    const token = parseCookies(socket.request.headers.cookie ?? '')[SESSION_COOKIE];
    const actor = token ? await this.actors.resolve(token) : null;
    if (!actor) throw refusePlatform('UNAUTHENTICATED');
    if (!this.actors.isCsrfToken(actor.sessionId, socket.handshake.auth['csrfToken'])) throw refusePlatform('CSRF_REFUSED');
    socket.data.actor = actor;
    socket.data.locale = localeOf(socket);
  }

  private welcome(socket: ActorSocket): void {
    const admitted = this.admit(socket).finally(() => this.door.entered(socket.request));
    for (const { event } of this.answers.all) {
      socket.on(event, (payload, ack) => {
        void admitted.then((ok) => (ok ? this.answers.answer(socket, event, payload, ack) : undefined));
      });
    }
  }

  /** The session is asked for again once its room is joined: a revocation before that found no socket to close. */
  private async admit(socket: ActorSocket): Promise<boolean> {
    const { accountId, sessionId } = socket.data.actor;
    try {
      await socket.join([`account:${accountId}`, `session:${sessionId}`]);
      return (await this.watch!.putOut([socket])) === 0;
    } catch {
      socket.disconnect(true);
      return false;
    }
  }
}

function localeOf(socket: Pick<ActorSocket, 'request'>): Actor['locale'] {
  return negotiateLocale(socket.request.headers['accept-language']);
}
