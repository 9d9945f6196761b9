import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { notFound, OnSocket, SocketHub, type Actor, type ActorSocket } from '@hejie/platform';
import type { z } from 'zod';
import { CALL_ENDED, CALL_JOINED, CALL_LEFT, CALL_SIGNAL, joinCall, leaveCall, MAX_CALL_PEERS, renewRelays, signalCall, type CallPeer, type Relays } from '../contract/index.js';
import { RoomAccess } from '../room/room-access.js';
import { refuse } from '../rooms.refusals.js';
import { IceServers } from './ice-servers.js';

const ROOM = 'room:';
const CALL = 'call:';
/** From one api process to the others: for the windows they have in a call. */
const TELL = 'rooms.call';
const GIVE_UP = 'rooms.call_given_up';
/** How long the other processes may take to say who of theirs is in a call. */
const ASK_MS = 3000;

interface Told {
  readonly roomId: string;
  readonly event: string;
  readonly payload: object;
  /** Only this window; all in the call without it. */
  readonly to?: string;
}

/** Somebody's earlier place in a call, whose line broke: the server would find out by itself half a minute later. */
interface Place {
  readonly roomId: string;
  readonly peerId: string;
  readonly accountId: string;
}

/**
 * Sound and picture between the members of a room: passes on what their windows need to connect, and
 * sees to it that whoever leaves the room, or is put out, leaves its call in the same moment. What is
 * said and shown goes from window to window and never through here.
 *
 * Windows of this process are told at once, those of others through Redis as it is now: without it a call holds those of one process.
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
      if (name.startsWith(CALL)) this.tell({ roomId: name.slice(CALL.length), event: CALL_LEFT, payload: { peerId: socketId } });
      if (name.startsWith(ROOM)) this.end(name.slice(ROOM.length), socketId);
    });
    this.hub.onProcesses(TELL, (told) => this.tellHere(told as Told));
    this.hub.onProcesses(GIVE_UP, (place) => this.giveUp(place as Place));
  }

  /** Who is in the call on a process that cannot be reached is not among the peers. @throws NOT_FOUND unless the window has joined the room, CALL_FULL */
  @OnSocket(joinCall)
  async join(actor: Actor, { roomId, instead }: z.infer<typeof joinCall.payload>, socket: ActorSocket) {
    await this.access.require(actor.accountId, roomId);
    if (!socket.rooms.has(ROOM + roomId)) throw notFound();
    if (instead !== undefined) {
      const place: Place = { roomId, peerId: instead, accountId: actor.accountId };
      this.giveUp(place);
      this.hub.tellProcesses(GIVE_UP, place);
    }
    await socket.join(CALL + roomId);
    const others = (p: CallPeer) => p.peerId !== socket.id && !(p.peerId === instead && p.accountId === actor.accountId);
    const peers = [...this.peersHere(roomId), ...((await this.peersElsewhere(roomId)) ?? [])].filter(others);
    if (peers.length >= MAX_CALL_PEERS || !socket.rooms.has(ROOM + roomId)) {
      await socket.leave(CALL + roomId);
      throw socket.rooms.has(ROOM + roomId) ? refuse('CALL_FULL') : notFound();
    }
    this.tell({ roomId, event: CALL_JOINED, payload: { peerId: socket.id, accountId: actor.accountId } }, socket.id);
    return { peers, ...this.ice.for(actor.accountId) };
  }

  /** @throws NOT_FOUND unless the window is in the call */
  @OnSocket(renewRelays)
  async renew(actor: Actor, { roomId }: z.infer<typeof renewRelays.payload>, socket: ActorSocket): Promise<Relays> {
    if (!socket.rooms.has(CALL + roomId)) throw notFound();
    return this.ice.for(actor.accountId);
  }

  @OnSocket(leaveCall)
  async leave(_actor: Actor, { roomId }: z.infer<typeof leaveCall.payload>, socket: ActorSocket) {
    await socket.leave(CALL + roomId);
    return {};
  }

  /** @throws NOT_FOUND unless both windows are in the call, CALL_UNAVAILABLE when the other processes cannot be asked */
  @OnSocket(signalCall)
  async signal(_actor: Actor, { roomId, to, signal }: z.infer<typeof signalCall.payload>, socket: ActorSocket) {
    if (!socket.rooms.has(CALL + roomId)) throw notFound();
    const told: Told = { roomId, event: CALL_SIGNAL, payload: { from: socket.id, signal }, to };
    if (this.tellHere(told)) return {};
    const elsewhere = await this.peersElsewhere(roomId);
    if (!elsewhere) throw refuse('CALL_UNAVAILABLE');
    if (!elsewhere.some((p) => p.peerId === to)) throw notFound();
    this.hub.tellProcesses(TELL, told);
    return {};
  }

  private peersHere(roomId: string): CallPeer[] {
    return [...(this.hub.io.of('/').adapter.rooms.get(CALL + roomId) ?? [])].flatMap((peerId) => {
      const socket = this.hub.io.sockets.sockets.get(peerId) as ActorSocket | undefined;
      return socket ? [{ peerId, accountId: socket.data.actor.accountId }] : [];
    });
  }

  /** Windows in the call on other processes; null when these do not answer in time, as without Redis. */
  private async peersElsewhere(roomId: string): Promise<CallPeer[] | null> {
    const asked = this.hub.io.in(CALL + roomId).fetchSockets().catch(() => null);
    const sockets = await Promise.race([asked, sleep(ASK_MS, null, { ref: false })]);
    const here = this.hub.io.sockets.sockets;
    return sockets && sockets.filter((s) => !here.has(s.id)).map((s) => ({ peerId: s.id, accountId: (s.data as { actor: Actor }).actor.accountId }));
  }

  private giveUp({ roomId, peerId, accountId }: Place): void {
    const socket = this.hub.io.sockets.sockets.get(peerId) as ActorSocket | undefined;
    if (socket?.data.actor.accountId === accountId) void socket.leave(CALL + roomId);
  }

  private end(roomId: string, socketId: string): void {
    const socket = this.hub.io.sockets.sockets.get(socketId);
    if (!socket?.rooms.has(CALL + roomId)) return;
    void socket.leave(CALL + roomId);
    socket.emit(CALL_ENDED, { roomId });
  }

  private tell(told: Told, except?: string): void {
    this.tellHere(told, except);
    this.hub.tellProcesses(TELL, told);
  }

  /** @returns whether it was for a window that is here */
  private tellHere({ roomId, event, payload, to }: Told, except: string[] | string = []): boolean {
    if (to !== undefined && !this.hub.io.of('/').adapter.rooms.get(CALL + roomId)?.has(to)) return false;
    this.hub.io.local.to(to ?? CALL + roomId).except(except).emit(event, { roomId, ...payload });
    return true;
  }
}
