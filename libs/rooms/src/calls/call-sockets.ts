import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { notFound, OnSocket, SocketHub, type Actor, type ActorSocket } from '@hejie/platform';
import type { z } from 'zod';
import { CALL_ENDED, CALL_JOINED, CALL_LEFT, CALL_SIGNAL, joinCall, leaveCall, MAX_CALL_PEERS, signalCall, type CallPeer } from '../contract/index.js';
import { RoomAccess } from '../room/room-access.js';
import { refuse } from '../rooms.refusals.js';
import { IceServers } from './ice-servers.js';

const ROOM = 'room:';
const CALL = 'call:';

/**
 * Sound and picture between the members of a room: passes on what their windows need to connect, and
 * sees to it that whoever leaves the room, or is put out, leaves its call in the same moment. What is
 * said and shown goes from window to window and never through here.
 */
@Injectable()
export class CallSockets implements OnApplicationBootstrap {
  constructor(
    private readonly hub: SocketHub,
    private readonly access: RoomAccess,
    private readonly ice: IceServers,
  ) {}

  /** A call hangs on its room: every way out of the room is heard here, on the process that holds the socket. */
  onApplicationBootstrap(): void {
    if (!this.hub.attached) return;
    this.hub.io.of('/').adapter.on('leave-room', (name: string, socketId: string) => {
      if (name.startsWith(CALL)) this.tellLeft(name.slice(CALL.length), socketId);
      if (name.startsWith(ROOM)) this.end(name.slice(ROOM.length), socketId);
    });
  }

  /** @throws NOT_FOUND unless the window has joined the room, CALL_FULL */
  @OnSocket(joinCall)
  async join(actor: Actor, { roomId }: z.infer<typeof joinCall.payload>, socket: ActorSocket) {
    await this.access.require(actor.accountId, roomId);
    if (!socket.rooms.has(ROOM + roomId)) throw notFound();
    await socket.join(CALL + roomId);
    const peers = (await this.peers(roomId)).filter((p) => p.peerId !== socket.id);
    if (peers.length >= MAX_CALL_PEERS || !socket.rooms.has(ROOM + roomId)) {
      await socket.leave(CALL + roomId);
      throw socket.rooms.has(ROOM + roomId) ? refuse('CALL_FULL') : notFound();
    }
    socket.to(CALL + roomId).emit(CALL_JOINED, { roomId, peerId: socket.id, accountId: actor.accountId });
    return { peers, iceServers: this.ice.for(actor.accountId) };
  }

  @OnSocket(leaveCall)
  async leave(_actor: Actor, { roomId }: z.infer<typeof leaveCall.payload>, socket: ActorSocket) {
    await socket.leave(CALL + roomId);
    return {};
  }

  /** @throws NOT_FOUND unless both windows are in the call */
  @OnSocket(signalCall)
  async signal(_actor: Actor, { roomId, to, signal }: z.infer<typeof signalCall.payload>, socket: ActorSocket) {
    if (!socket.rooms.has(CALL + roomId) || !(await this.isIn(roomId, to))) throw notFound();
    socket.to(to).emit(CALL_SIGNAL, { roomId, from: socket.id, signal });
    return {};
  }

  private async isIn(roomId: string, peerId: string): Promise<boolean> {
    if (this.hub.io.of('/').adapter.rooms.get(CALL + roomId)?.has(peerId)) return true;
    return (await this.peers(roomId)).some((p) => p.peerId === peerId);
  }

  /** Windows in the call on all processes. */
  private async peers(roomId: string): Promise<CallPeer[]> {
    const sockets = await this.hub.io.in(CALL + roomId).fetchSockets();
    return sockets.map((s) => ({ peerId: s.id, accountId: (s.data as { actor: Actor }).actor.accountId }));
  }

  private end(roomId: string, socketId: string): void {
    const socket = this.hub.io.sockets.sockets.get(socketId);
    if (!socket?.rooms.has(CALL + roomId)) return;
    void socket.leave(CALL + roomId);
    socket.emit(CALL_ENDED, { roomId });
  }

  private tellLeft(roomId: string, peerId: string): void {
    this.hub.io.to(CALL + roomId).emit(CALL_LEFT, { roomId, peerId });
  }
}
