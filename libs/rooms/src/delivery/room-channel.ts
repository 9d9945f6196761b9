import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SocketHub, UnitOfWork } from '@hejie/platform';
import { ROOM_HEAD, ROOM_MESSAGES, ROOM_REMOVED, type Message } from '../contract/index.js';

/** The sockets in a room: who has joined hears its messages. */
@Injectable()
export class RoomChannel implements OnModuleInit {
  /** Room -> the newest `seq` this process told its sockets of. */
  private readonly told = new Map<string, number>();
  /** Room -> socket -> the first `seq` of the stretch they are in for, of sockets of members who were out of the room. */
  private readonly since = new Map<string, Map<string, number>>();

  constructor(
    private readonly hub: SocketHub,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    if (this.hub.attached) this.hub.io.of('/').adapter.on('leave-room', (name: string, socketId: string) => this.since.get(name.slice('room:'.length))?.delete(socketId));
  }

  /** Committed messages, to this process's sockets in the room. */
  tell(roomId: string, messages: readonly Message[]): void {
    const late = this.since.get(roomId);
    const everybody = this.hub.io.local.to(`room:${roomId}`);
    (late?.size ? everybody.except([...late.keys()]) : everybody).emit(ROOM_MESSAGES, { roomId, messages });
    for (const [socketId, since] of late ?? []) {
      const theirs = messages.filter((m) => m.seq >= since);
      if (theirs.length > 0) this.hub.io.sockets.sockets.get(socketId)?.emit(ROOM_MESSAGES, { roomId, messages: theirs });
    }
    this.note(roomId, messages.at(-1)!.seq);
  }

  /**
   * Holds this process's sockets in a room against its members, each with the first `seq` of the stretch they are in for.
   * Whoever is not among them hears nothing more. @returns their accounts, to be put out
   */
  hold(roomId: string, members: ReadonlyMap<string, number>): Set<string> {
    const late = new Map<string, number>();
    const out = new Set<string>();
    for (const socketId of this.hub.io.sockets.adapter.rooms.get(`room:${roomId}`) ?? []) {
      const socket = this.hub.io.sockets.sockets.get(socketId);
      if (!socket) continue;
      const { accountId } = socket.data.actor as { accountId: string };
      const since = members.get(accountId);
      if (since === undefined) out.add(accountId);
      if (since !== 1) late.set(socketId, since ?? Infinity);
    }
    if (late.size > 0) this.since.set(roomId, late);
    else this.since.delete(roomId);
    return out;
  }

  /** Tells this process's sockets how far the room goes, if they may not know. */
  tellHead(roomId: string, lastSeq: number): void {
    if ((this.told.get(roomId) ?? 0) >= lastSeq) return;
    this.hub.io.local.to(`room:${roomId}`).emit(ROOM_HEAD, { roomId, lastSeq });
    this.note(roomId, lastSeq);
  }

  /** Tells somebody's sockets of this process how far the room was told of here. */
  tellHeadTo(accountId: string, roomId: string): void {
    const lastSeq = this.told.get(roomId);
    if (lastSeq) this.hub.io.local.to(`account:${accountId}`).emit(ROOM_HEAD, { roomId, lastSeq });
  }

  /**
   * The sockets of somebody who is not in the room (any more) leave it, on this process. Their membership is held meanwhile:
   * nobody is let in again between the question and the word of going out, which would put out a member.
   * @returns false for a member, who stays
   */
  putOut(accountId: string, roomId: string): Promise<boolean> {
    return this.work.run(async (tx) => {
      const [member] = await tx.query<{ removed: boolean }[]>('select removed_at is not null as removed from room_member where room_id = $1 and account_id = $2 for share', [roomId, accountId]);
      if (member && !member.removed) return false;
      for (const socketId of this.hub.io.sockets.adapter.rooms.get(`account:${accountId}`) ?? []) {
        const socket = this.hub.io.sockets.sockets.get(socketId);
        void socket?.leave(`room:${roomId}`);
        socket?.emit(ROOM_REMOVED, { roomId });
      }
      return true;
    });
  }

  /** The rooms with sockets of this process, and whose they are. */
  joined(): Map<string, Set<string>> {
    const rooms = new Map<string, Set<string>>();
    for (const [name, socketIds] of this.hub.io.sockets.adapter.rooms) {
      if (!name.startsWith('room:')) continue;
      const accounts = [...socketIds].flatMap((id) => (this.hub.io.sockets.sockets.get(id)?.data.actor as { accountId: string } | undefined)?.accountId ?? []);
      rooms.set(name.slice('room:'.length), new Set(accounts));
    }
    for (const known of [this.told, this.since]) for (const roomId of known.keys()) if (!rooms.has(roomId)) known.delete(roomId);
    return rooms;
  }

  /** Whether anybody on this process is in the room. */
  hasSockets(roomId: string): boolean {
    return this.hub.io.sockets.adapter.rooms.has(`room:${roomId}`);
  }

  private note(roomId: string, seq: number): void {
    if (this.hasSockets(roomId) && seq > (this.told.get(roomId) ?? 0)) this.told.set(roomId, seq);
  }
}
