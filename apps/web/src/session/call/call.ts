import { CALL_ENDED, CALL_JOINED, CALL_LEFT, CALL_SIGNAL, type CallPeer, type CallSignal, type Relays } from '@hejie/rooms/contract';
import type { Socket } from 'socket.io-client';
import { realtime } from '../../realtime/socket.js';

const ACK_MS = 8000;
/** A connection that does not come about in this time is shown as failed. */
const CONNECT_MS = 20_000;
/** A connection that is interrupted mends itself, or is begun anew after so long, and again at these intervals until it is there. */
const MEND_MS = 3000;
const RESTART_MS = 8000;
/** The chat joins the room before its call can be joined: just opened, or after a broken line. Tried this often, this far apart. */
const JOIN_TRIES = 20;
const JOIN_MS = 500;
/** Credentials that could not be had are asked for again. */
const RENEW_MS = 30_000;

export type PeerState = 'connecting' | 'connected' | 'failed';
export interface Peer extends CallPeer {
  readonly stream: MediaStream;
  readonly state: PeerState;
}
interface Connection {
  readonly peer: CallPeer;
  readonly pc: RTCPeerConnection;
  readonly stream: MediaStream;
  /** Whether this side offered, and offers anew: so two never do at once. */
  readonly offers: boolean;
  state: PeerState;
  timer: ReturnType<typeof setTimeout>;
  restart: ReturnType<typeof setTimeout> | undefined;
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
 * those who are there, so that two never offer to each other at once. A connection that breaks, as when a phone changes its
 * network, is begun anew over the same sockets; if these break too, the window comes in again in its own place.
 */
export class Call {
  private socket: Socket | undefined;
  private iceServers: RTCIceServer[] = [];
  /** Credentials for relays are asked for anew halfway, by themselves, and before a connection is begun that finds them older: a page may have slept. */
  private renewAt = Infinity;
  private renewing: Promise<void> | undefined;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private readonly connections = new Map<string, Connection>();
  private readonly stops: (() => void)[] = [];
  private over = false;
  /** This window's place in the call: what its socket was called when it came in. */
  private place: string | undefined;

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
    this.listen(socket, CALL_JOINED, ({ peerId, accountId }: CallPeer) => void this.connect({ peerId, accountId }, false));
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
    clearTimeout(this.renewal);
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
    const ack = (await this.socket!.timeout(ACK_MS).emitWithAck('call.join', { roomId: this.roomId, ...(this.place ? { instead: this.place } : {}) })) as Ack<Relays & { peers: CallPeer[] }>;
    if (!ack.ok) throw new CallRefused(ack.problem.code, ack.problem.title);
    this.take(ack.data);
    this.place = this.socket!.id;
    for (const peer of ack.data.peers) await this.offer(peer);
  }

  private take({ iceServers, relaySeconds }: Relays): void {
    this.iceServers = iceServers as RTCIceServer[];
    // those that are connected keep their relay, and take these for their next one
    for (const { pc } of this.connections.values()) pc.setConfiguration({ iceServers: this.iceServers });
    clearTimeout(this.renewal);
    if (relaySeconds === undefined) return void (this.renewAt = Infinity);
    this.renewAt = Date.now() + relaySeconds * 500;
    this.renewal = setTimeout(() => void this.renewed(), relaySeconds * 500);
  }

  /** Once the credentials are good for some time. Where the server does not answer, one goes on with what there is. */
  private async renewed(): Promise<void> {
    if (Date.now() < this.renewAt || this.over) return;
    this.renewing ??= (this.socket!.timeout(ACK_MS).emitWithAck('call.relays', { roomId: this.roomId }) as Promise<Ack<Relays>>)
      .then((ack) => {
        if (ack.ok && !this.over) this.take(ack.data);
      })
      .catch(() => (this.renewal = setTimeout(() => void this.renewed(), RENEW_MS)))
      .then(() => undefined)
      .finally(() => (this.renewing = undefined));
    await this.renewing;
  }

  private connect(peer: CallPeer, offers: boolean): Connection {
    this.drop(peer.peerId);
    const pc = new RTCPeerConnection({ iceServers: this.iceServers });
    const connection: Connection = { peer, pc, stream: new MediaStream(), offers, state: 'connecting', early: [], restart: undefined, timer: setTimeout(() => this.show(connection, 'failed'), CONNECT_MS) };
    this.connections.set(peer.peerId, connection);
    pc.ontrack = ({ track }) => {
      connection.stream.addTrack(track);
      this.changed();
    };
    pc.onicecandidate = ({ candidate }) => candidate?.candidate && this.tell(peer.peerId, { candidate: candidate.toJSON() as Extract<CallSignal, { candidate: unknown }>['candidate'] });
    pc.onconnectionstatechange = () => {
      if (pc.connectionState === 'connected') this.become(connection, 'connected');
      if (pc.connectionState === 'disconnected') this.interrupted(connection, MEND_MS);
      if (pc.connectionState === 'failed') this.interrupted(connection, 0);
    };
    this.changed();
    return connection;
  }

  private async offer(peer: CallPeer): Promise<void> {
    const connection = this.connect(peer, true);
    const { pc } = connection;
    for (const kind of ['audio', 'video'] as const) pc.addTransceiver(this.track(kind) ?? kind, { direction: this.track(kind) ? 'sendrecv' : 'recvonly' });
    await this.describe(connection);
  }

  private async describe({ pc, peer }: Connection): Promise<void> {
    await this.renewed();
    await pc.setLocalDescription(await pc.createOffer());
    this.tell(peer.peerId, { description: { type: 'offer', sdp: pc.localDescription!.sdp } });
  }

  private interrupted(connection: Connection, inMs: number): void {
    if (connection.state === 'connected') {
      this.become(connection, 'connecting');
      connection.timer = setTimeout(() => this.show(connection, 'failed'), CONNECT_MS);
    }
    if (connection.offers) this.restartIn(connection, inMs);
  }

  private restartIn(connection: Connection, ms: number): void {
    clearTimeout(connection.restart);
    connection.restart = setTimeout(() => {
      this.restartIn(connection, RESTART_MS); // what is said of it may get lost
      void this.renewed()
        .then(() => connection.pc.restartIce())
        .then(() => this.describe(connection))
        .catch(() => undefined); // closed meanwhile
    }, ms);
  }

  private async hear(from: string, signal: CallSignal): Promise<void> {
    const connection = this.connections.get(from);
    if (!connection) return;
    const { pc } = connection;
    if ('candidate' in signal) {
      const candidate = signal.candidate as RTCIceCandidateInit;
      if (!pc.remoteDescription) connection.early.push(candidate);
      else await pc.addIceCandidate(candidate).catch(() => connection.early.push(candidate)); // of a description that is on its way
      return;
    }
    if (signal.description.type === 'answer' && pc.signalingState !== 'have-local-offer') return; // to an offer that another took the place of
    if (signal.description.type === 'offer') await this.renewed();
    if (this.connections.get(from) !== connection) return;
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
    clearTimeout(connection.restart);
    this.show(connection, state);
  }

  private show(connection: Connection, state: PeerState): void {
    connection.state = state;
    this.changed();
  }

  private drop(peerId: string): void {
    const connection = this.connections.get(peerId);
    if (!connection) return;
    clearTimeout(connection.timer);
    clearTimeout(connection.restart);
    connection.pc.close();
    this.connections.delete(peerId);
    this.changed();
  }

  private changed(): void {
    this.onPeers([...this.connections.values()].map(({ peer, stream, state }) => ({ ...peer, stream, state })));
  }
}
