import { CALL_ENDED, CALL_JOINED, CALL_LEFT, CALL_SIGNAL, type CallPeer, type CallSignal } from '@hejie/rooms/contract';
import type { Socket } from 'socket.io-client';
import { realtime } from '../../realtime/socket.js';

const ACK_MS = 8000;
/** A connection that does not come about in this time is shown as failed. */
const CONNECT_MS = 20_000;
/** The chat joins the room before its call can be joined: just opened, or after a broken line. Tried this often, this far apart. */
const JOIN_TRIES = 20;
const JOIN_MS = 500;

export type PeerState = 'connecting' | 'connected' | 'failed';
export interface Peer extends CallPeer {
  readonly stream: MediaStream;
  readonly state: PeerState;
}
interface Connection {
  readonly peer: CallPeer;
  readonly pc: RTCPeerConnection;
  readonly stream: MediaStream;
  state: PeerState;
  timer: ReturnType<typeof setTimeout>;
  /** Candidates that came before the description they belong to. */
  early: RTCIceCandidateInit[];
}
type Ack<T> = { ok: true; data: T } | { ok: false; problem: { code: string; title: string } };

/** The refusal of the server, in its words. */
export class CallRefused extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

/**
 * One window's part in the call of a room: a connection to each other window. Whoever comes in offers to
 * those who are there, so that two never offer to each other at once.
 */
export class Call {
  private socket: Socket | undefined;
  private iceServers: RTCIceServer[] = [];
  private readonly connections = new Map<string, Connection>();
  private readonly stops: (() => void)[] = [];
  private over = false;

  /** @param local what is sent: sound, picture, one of them, or null to only watch and listen */
  constructor(
    private readonly roomId: string,
    private readonly local: MediaStream | null,
    private readonly onPeers: (peers: Peer[]) => void,
    private readonly onEnd: () => void,
  ) {}

  /** @throws CallRefused */
  async start(): Promise<void> {
    const socket = (this.socket = await realtime());
    this.listen(socket, CALL_JOINED, ({ peerId, accountId }: CallPeer) => void this.connect({ peerId, accountId }));
    this.listen(socket, CALL_LEFT, ({ peerId }: CallPeer) => this.drop(peerId));
    this.listen(socket, CALL_SIGNAL, ({ from, signal }: { from: string; signal: CallSignal }) => void this.hear(from, signal));
    this.listen(socket, CALL_ENDED, () => this.end());
    const lost = () => [...this.connections.keys()].forEach((id) => this.drop(id));
    const back = () => void this.join().catch(() => this.over || this.end());
    socket.on('disconnect', lost);
    socket.on('connect', back);
    this.stops.push(() => socket.off('disconnect', lost), () => socket.off('connect', back));
    await this.join();
  }

  leave(): void {
    if (!this.over) this.socket?.emit('call.leave', { roomId: this.roomId });
    this.close();
  }

  private end(): void {
    this.close();
    this.onEnd();
  }

  private close(): void {
    this.over = true;
    for (const stop of this.stops.splice(0)) stop();
    for (const id of [...this.connections.keys()]) this.drop(id);
    for (const track of this.local?.getTracks() ?? []) track.stop();
  }

  private listen<T extends object>(socket: Socket, event: string, hear: (payload: T) => void): void {
    const mine = (payload: T & { roomId: string }) => payload.roomId === this.roomId && !this.over && hear(payload);
    socket.on(event, mine);
    this.stops.push(() => socket.off(event, mine));
  }

  private async join(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.joinOnce();
      } catch (error) {
        if (this.over || tries === JOIN_TRIES || (error instanceof CallRefused && error.code !== 'NOT_FOUND')) throw error;
        await new Promise((r) => setTimeout(r, JOIN_MS));
      }
    }
  }

  private async joinOnce(): Promise<void> {
    const ack = (await this.socket!.timeout(ACK_MS).emitWithAck('call.join', { roomId: this.roomId })) as Ack<{ peers: CallPeer[]; iceServers: RTCIceServer[] }>;
    if (!ack.ok) throw new CallRefused(ack.problem.code, ack.problem.title);
    this.iceServers = ack.data.iceServers;
    for (const peer of ack.data.peers) await this.offer(peer);
  }

  private connect(peer: CallPeer): Connection {
    this.drop(peer.peerId);
    const pc = new RTCPeerConnection({ iceServers: this.iceServers });
    const connection: Connection = { peer, pc, stream: new MediaStream(), state: 'connecting', early: [], timer: setTimeout(() => this.become(connection, 'failed'), CONNECT_MS) };
    this.connections.set(peer.peerId, connection);
    pc.ontrack = ({ track }) => {
      connection.stream.addTrack(track);
      this.changed();
    };
    pc.onicecandidate = ({ candidate }) => candidate?.candidate && this.tell(peer.peerId, { candidate: candidate.toJSON() as Extract<CallSignal, { candidate: unknown }>['candidate'] });
    pc.onconnectionstatechange = () => {
      if (pc.connectionState === 'connected') this.become(connection, 'connected');
      if (pc.connectionState === 'failed') this.become(connection, 'failed');
    };
    this.changed();
    return connection;
  }

  private async offer(peer: CallPeer): Promise<void> {
    const { pc } = this.connect(peer);
    for (const kind of ['audio', 'video'] as const) pc.addTransceiver(this.track(kind) ?? kind, { direction: this.track(kind) ? 'sendrecv' : 'recvonly' });
    await pc.setLocalDescription(await pc.createOffer());
    this.tell(peer.peerId, { description: { type: 'offer', sdp: pc.localDescription!.sdp } });
  }

  private async hear(from: string, signal: CallSignal): Promise<void> {
    const connection = this.connections.get(from);
    if (!connection) return;
    const { pc } = connection;
    if ('candidate' in signal) {
      const candidate = signal.candidate as RTCIceCandidateInit;
      if (pc.remoteDescription) await pc.addIceCandidate(candidate).catch(() => undefined);
      else connection.early.push(candidate);
      return;
    }
    await pc.setRemoteDescription(signal.description);
    for (const candidate of connection.early.splice(0)) await pc.addIceCandidate(candidate).catch(() => undefined);
    if (signal.description.type !== 'offer') return;
    // the offer's own transceivers carry our tracks back
    for (const transceiver of pc.getTransceivers()) {
      const track = this.track(transceiver.receiver.track.kind);
      if (!track) continue;
      await transceiver.sender.replaceTrack(track);
      transceiver.direction = 'sendrecv';
    }
    await pc.setLocalDescription(await pc.createAnswer());
    this.tell(from, { description: { type: 'answer', sdp: pc.localDescription!.sdp } });
  }

  private track(kind: string): MediaStreamTrack | undefined {
    return this.local?.getTracks().find((t) => t.kind === kind);
  }

  private tell(to: string, signal: CallSignal): void {
    this.socket!.emit('call.signal', { roomId: this.roomId, to, signal });
  }

  private become(connection: Connection, state: PeerState): void {
    clearTimeout(connection.timer);
    connection.state = state;
    this.changed();
  }

  private drop(peerId: string): void {
    const connection = this.connections.get(peerId);
    if (!connection) return;
    clearTimeout(connection.timer);
    connection.pc.close();
    this.connections.delete(peerId);
    this.changed();
  }

  private changed(): void {
    this.onPeers([...this.connections.values()].map(({ peer, stream, state }) => ({ ...peer, stream, state })));
  }
}
