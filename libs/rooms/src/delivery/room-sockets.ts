import { Injectable, type OnModuleInit } from '@nestjs/common';
import { notFound, OnSocket, SocketHub, type Actor, type ActorSocket } from '@hejie/platform';
import type { z } from 'zod';
import { AppendLog } from '../append-log/append-log.js';
import { joinRoom, leaveRoom, ROOM_MESSAGES, ROOM_TYPING, sendMessage, typing, type Sent } from '../contract/index.js';
import { RoomHistory } from '../read-rooms/room-history.js';
import { RoomAccess } from '../room/room-access.js';
import { SendMessage } from '../send-message/send-message.js';

/** The most that a join catches up; a client further behind reads pages until it is there. */
const CATCH_UP = 200;

/** The rooms' socket events, and the delivery of what was committed here. */
@Injectable()
export class RoomSockets implements OnModuleInit {
  constructor(
    private readonly hub: SocketHub,
    private readonly appendLog: AppendLog,
    private readonly history: RoomHistory,
    private readonly access: RoomAccess,
    private readonly send: SendMessage,
  ) {}

  onModuleInit(): void {
    this.appendLog.deliverTo((roomId, messages) => {
      if (this.hub.attached) this.hub.io.to(`room:${roomId}`).emit(ROOM_MESSAGES, { roomId, messages });
    });
  }

  /** Joins first and reads then, so that nothing falls in between; membership is asked again after joining, so that a removal meanwhile wins. */
  @OnSocket(joinRoom)
  async join(actor: Actor, { roomId, afterSeq }: z.infer<typeof joinRoom.payload>, socket: ActorSocket) {
    await this.access.require(actor.accountId, roomId);
    await socket.join(`room:${roomId}`);
    if (!(await this.access.canRead(actor.accountId, roomId))) {
      await socket.leave(`room:${roomId}`);
      throw notFound();
    }
    const messages = await this.history.after(roomId, afterSeq, CATCH_UP);
    return { lastSeq: await this.history.lastSeq(roomId), messages };
  }

  @OnSocket(sendMessage)
  sendMessage(actor: Actor, { roomId, message }: z.infer<typeof sendMessage.payload>): Promise<Sent> {
    return this.send.execute(actor, roomId, message);
  }

  @OnSocket(leaveRoom)
  async leave(_actor: Actor, { roomId }: z.infer<typeof leaveRoom.payload>, socket: ActorSocket) {
    await socket.leave(`room:${roomId}`);
    return {};
  }

  /** Heard only by those in the room; somebody who has not joined says it to nobody. */
  @OnSocket(typing)
  async typing(actor: Actor, { roomId }: z.infer<typeof typing.payload>, socket: ActorSocket) {
    if (socket.rooms.has(`room:${roomId}`)) socket.to(`room:${roomId}`).volatile.emit(ROOM_TYPING as never, { roomId, accountId: actor.accountId } as never);
    return {};
  }
}
