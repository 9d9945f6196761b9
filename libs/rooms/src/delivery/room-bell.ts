import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Listener, SocketHub } from '@hejie/platform';
import { Presence } from '../presence/presence.js';
import { ROOMS_CHANNEL, type Ring } from './rings.js';
import { RoomChannel } from './room-channel.js';
import { RoomDelivery } from './room-delivery.js';
import { RoomKeeper } from './room-keeper.js';

/**
 * Tells every api process of what other contexts did to a room inside their transactions: a system
 * line was said, somebody was removed; and of who is present. PostgreSQL delivers it at their commit and never before. What
 * is rung while a process does not listen is made up by the keeper as soon as it listens again.
 */
@Injectable()
export class RoomBell implements OnApplicationBootstrap {
  private readonly log = new Logger('RoomBell');

  constructor(
    private readonly listener: Listener,
    private readonly hub: SocketHub,
    private readonly channel: RoomChannel,
    private readonly delivery: RoomDelivery,
    private readonly keeper: RoomKeeper,
    private readonly presence: Presence,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.hub.attached) return;
    const quietly = (work: Promise<unknown>) => void work.catch((error: unknown) => this.log.warn({ msg: 'bell', error: String(error) }));
    await this.listener.listen(ROOMS_CHANNEL, {
      heard: (payload) => quietly(this.answer(JSON.parse(payload) as Ring)),
      missed: () => quietly(this.keeper.check()),
    });
  }

  /** Each process serves its own sockets. */
  private async answer(ring: Ring): Promise<void> {
    if ('said' in ring) await this.delivery.tellSaid(ring);
    else if ('removed' in ring) await this.channel.putOut(ring.accountId, ring.removed);
    else if ('present' in ring) await this.presence.tell(ring.present);
    // anything else is rung by a newer version, for its own
  }
}
