import { Injectable } from '@nestjs/common';
import { notFound, OnSocket, SocketHub, type Actor, type ActorSocket } from '@hejie/platform';
import type { z } from 'zod';
import { joinRoom, leaveRoom, readHistory, ROOM_MESSAGES, ROOM_TYPING, sendMessage, typing, type Sent } from '../contract/index.js';
import { UnderWay } from '../limits/under-way.js';
import { RoomAccess } from '../room/room-access.js';
import { RoomReader } from '../room/room-reader.js';
import { SendMessage } from '../send-message/send-message.js';
import { RoomDelivery } from './room-delivery.js';

/** The most messages that a join catches up, in a page; a client further behind joins again until it is there. */
const CATCH_UP = 1000;
/** Joins and pages of one socket under way: more than any window asks for at once. */
const READS_UNDER_WAY = 32;

/** The rooms' socket events. */
@Injectable()
export class RoomSockets {
  private readonly reads = new UnderWay(READS_UNDER_WAY);

  constructor(
    private readonly delivery: RoomDelivery,
    private readonly reader: RoomReader,
    private readonly access: RoomAccess,
    private readonly send: SendMessage,
    private readonly hub: SocketHub,
  ) {}

  /**
   * Two walls before the socket joins: the application's own question and what the database shows the
   * account. Joins first and reads then, so that nothing falls in between; asks once more after
   * joining, so that a removal meanwhile wins.
   */
  @OnSocket(joinRoom)
  join(actor: Actor, of: z.infer<typeof joinRoom.payload>, socket: ActorSocket) {
    return this.reads.one(socket.id, () => this.enter(actor, of, socket));
  }

  private async enter(actor: Actor, { roomId, afterSeq, pageBytes }: z.infer<typeof joinRoom.payload>, socket: ActorSocket) {
    await this.access.require(actor.accountId, roomId);
    if (!(await this.reader.door(actor.accountId, roomId))) throw notFound();
    const joined = socket.join(`room:${roomId}`);
    this.delivery.lookAgain(roomId); // they may have been out, even between the question and this: the next message asks
    await joined;
    const [door, messages] = await Promise.all([this.reader.door(actor.accountId, roomId), this.reader.after(actor.accountId, roomId, afterSeq, CATCH_UP, pageBytes)]);
    if (!door || !(await this.access.canRead(actor.accountId, roomId))) {
      await socket.leave(`room:${roomId}`);
      throw notFound();
    }
    return { ...door, messages };
  }

  /** The delivery to the room is the sender's confirmation too; who does not get it that way is told alone. */
  @OnSocket(sendMessage)
  async sendMessage(actor: Actor, { roomId, message }: z.infer<typeof sendMessage.payload>, socket: ActorSocket): Promise<Sent> {
    const { delivered, message: stored } = await this.send.execute(actor, roomId, message);
    if (!delivered || !socket.rooms.has(`room:${roomId}`)) socket.emit(ROOM_MESSAGES, { roomId, messages: [stored] });
    return { seq: stored.seq, at: stored.at };
  }

  @OnSocket(readHistory)
  history({ accountId }: Actor, { roomId, before, after, limit }: z.infer<typeof readHistory.payload>, socket: ActorSocket) {
    return this.reads.one(socket.id, async () => {
      await this.access.require(accountId, roomId);
      return { messages: after === undefined ? await this.reader.before(accountId, roomId, before, limit) : await this.reader.after(accountId, roomId, after, limit) };
    });
  }

  @OnSocket(leaveRoom)
  async leave(_actor: Actor, { roomId }: z.infer<typeof leaveRoom.payload>, socket: ActorSocket) {
    await socket.leave(`room:${roomId}`);
    return {};
  }

  /** Heard only by those in the room; somebody who has not joined says it to nobody. */
  @OnSocket(typing)
  async typing(actor: Actor, { roomId }: z.infer<typeof typing.payload>, socket: ActorSocket) {
    if (socket.rooms.has(`room:${roomId}`)) this.hub.tellRoom(`room:${roomId}`, ROOM_TYPING, { roomId, accountId: actor.accountId }, { except: socket.id });
    return {};
  }
}
