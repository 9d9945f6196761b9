import { Injectable } from '@nestjs/common';
import { SocketHub } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { ROOM_HEAD, ROOM_MESSAGES, ROOM_REMOVED, type Message } from '../contract/index.js';
import { toMessage } from '../room/room-reader.js';

/** The sockets in a room: who has joined hears its messages. */
@Injectable()
export class RoomChannel {
  /** Room -> the newest `seq` this process told its sockets of. */
  private readonly told = new Map<string, number>();

  constructor(
    private readonly hub: SocketHub,
    private readonly dataSource: DataSource,
  ) {}

  /** Committed messages, to the room's sockets on every process. */
  tell(roomId: string, messages: readonly Message[]): void {
    if (!this.hub.attached) return;
    this.hub.io.to(`room:${roomId}`).emit(ROOM_MESSAGES, { roomId, messages });
    this.note(roomId, messages.at(-1)!.seq);
  }

  /** A message that other processes tell theirs of, to this process's sockets. */
  async tellHere(roomId: string, seq: number): Promise<void> {
    if (!this.hasSockets(roomId)) return;
    const rows = await this.dataSource.query<Parameters<typeof toMessage>[0][]>('select * from room_message where room_id = $1 and seq = $2', [roomId, seq]);
    if (rows.length === 0) return;
    this.hub.io.local.to(`room:${roomId}`).emit(ROOM_MESSAGES, { roomId, messages: rows.map(toMessage) });
    this.note(roomId, seq);
  }

  /** Tells this process's sockets how far the room goes, if they may not know. */
  tellHead(roomId: string, lastSeq: number): void {
    if ((this.told.get(roomId) ?? 0) >= lastSeq) return;
    this.hub.io.local.to(`room:${roomId}`).emit(ROOM_HEAD, { roomId, lastSeq });
    this.note(roomId, lastSeq);
  }

  /** Somebody's sockets of this process leave the room. */
  putOut(accountId: string, roomId: string): void {
    for (const socketId of this.hub.io.sockets.adapter.rooms.get(`account:${accountId}`) ?? []) {
      const socket = this.hub.io.sockets.sockets.get(socketId);
      void socket?.leave(`room:${roomId}`);
      socket?.emit(ROOM_REMOVED, { roomId });
    }
  }

  /** The rooms with sockets of this process, and whose they are. */
  joined(): Map<string, Set<string>> {
    const rooms = new Map<string, Set<string>>();
    for (const [name, socketIds] of this.hub.io.sockets.adapter.rooms) {
      if (!name.startsWith('room:')) continue;
      const accounts = [...socketIds].flatMap((id) => (this.hub.io.sockets.sockets.get(id)?.data.actor as { accountId: string } | undefined)?.accountId ?? []);
      rooms.set(name.slice('room:'.length), new Set(accounts));
    }
    for (const roomId of this.told.keys()) if (!rooms.has(roomId)) this.told.delete(roomId);
    return rooms;
  }

  private hasSockets(roomId: string): boolean {
    return this.hub.io.sockets.adapter.rooms.has(`room:${roomId}`);
  }

  private note(roomId: string, seq: number): void {
    if (this.hasSockets(roomId) && seq > (this.told.get(roomId) ?? 0)) this.told.set(roomId, seq);
  }
}
