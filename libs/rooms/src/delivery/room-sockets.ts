import { Injectable } from '@nestjs/common';
import { notFound, OnSocket, type Actor, type ActorSocket } from '@hejie/platform';
import type { z } from 'zod';
import { joinRoom, leaveRoom, readHistory, ROOM_MESSAGES, ROOM_TYPING, sendMessage, typing, type Sent } from '../contract/index.js';
import { RoomAccess } from '../room/room-access.js';
import { RoomReader } from '../room/room-reader.js';
import { SendMessage } from '../send-message/send-message.js';
import { RoomDelivery } from './room-delivery.js';

/** The most that a join catches up; a client further behind joins again until it is there. */
const CATCH_UP = { messages: 200, bytes: 32_768 };

/** The rooms' socket events. */
@Injectable()
export class RoomSockets {
  constructor(
    private readonly delivery: RoomDelivery,
    private readonly reader: RoomReader,
    private readonly access: RoomAccess,
    private readonly send: SendMessage,
  ) {}

  /**
   * Two walls before the socket joins: the application's own question and what the database shows the
   * account. Joins first and reads then, so that nothing falls in between; asks once more after
   * joining, so that a removal meanwhile wins.
   */
  @OnSocket(joinRoom)
  async join(actor: Actor, { roomId, afterSeq }: z.infer<typeof joinRoom.payload>, socket: ActorSocket) {
    await this.access.require(actor.accountId, roomId);
    const outside = await this.reader.door(actor.accountId, roomId);
    if (!outside) throw notFound();
    const joined = socket.join(`room:${roomId}`);
    if (outside.readable.length > 1 || outside.readable[0]?.[0] !== 1) this.delivery.lookAgain(roomId);
    await joined;
    const [door, messages] = await Promise.all([this.reader.door(actor.accountId, roomId), this.reader.catchUp(actor.accountId, roomId, afterSeq, CATCH_UP.messages, CATCH_UP.bytes)]);
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
  async history({ accountId }: Actor, { roomId, before, after, limit }: z.infer<typeof readHistory.payload>) {
    await this.access.require(accountId, roomId);
    return { messages: after === undefined ? await this.reader.before(accountId, roomId, before, limit) : await this.reader.after(accountId, roomId, after, limit) };
  }

  @OnSocket(leaveRoom)
  async leave(_actor: Actor, { roomId }: z.infer<typeof leaveRoom.payload>, socket: ActorSocket) {
    await socket.leave(`room:${roomId}`);
    return {};
  }

  /** Heard only by those in the room; somebody who has not joined says it to nobody. */
  @OnSocket(typing)
  async typing(actor: Actor, { roomId }: z.infer<typeof typing.payload>, socket: ActorSocket) {
    if (socket.rooms.has(`room:${roomId}`)) socket.to(`room:${roomId}`).volatile.emit(ROOM_TYPING, { roomId, accountId: actor.accountId });
    return {};
  }
}
