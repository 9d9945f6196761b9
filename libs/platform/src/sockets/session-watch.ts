import { Logger } from '@nestjs/common';
import type { Server } from 'socket.io';
import type { Actor, ActorResolver } from '../access/actor.js';
import type { ActorSocket } from './socket-handlers.js';

/** How long a socket may outlive its session, or the roles it was opened with. */
const CHECK_MS = 5000;

/** Puts out this process's sockets whose session ended or whose person has other roles now. */
export class SessionWatch {
  private readonly log = new Logger('SessionWatch');
  private readonly timer: NodeJS.Timeout;
  private running = false;

  constructor(
    private readonly server: Server,
    private readonly actors: ActorResolver,
  ) {
    this.timer = setInterval(() => void this.check(), CHECK_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Closes those of the sockets that no longer stand for who opened them, and answers how many. */
  async putOut(sockets: readonly ActorSocket[]): Promise<number> {
    if (sockets.length === 0) return 0;
    const standing = await this.actors.standing(sockets.map((s) => s.data.actor.sessionId));
    const gone = sockets.filter((s) => {
      const now = standing.get(s.data.actor.sessionId);
      return !now || !same(now, s.data.actor);
    });
    for (const socket of gone) socket.disconnect(true);
    return gone.length;
  }

  private async check(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      await this.putOut([...this.server.sockets.sockets.values()] as ActorSocket[]);
    } catch (error) {
      this.log.warn({ msg: 'sessions could not be checked', error: String(error) }); // the next round asks again
    } finally {
      this.running = false;
    }
  }
}

function same(a: Actor, b: Actor): boolean {
  return a.roles.join() === b.roles.join() && a.organisations.join() === b.organisations.join();
}
