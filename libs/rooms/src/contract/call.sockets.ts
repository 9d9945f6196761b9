import { defineSocketEvent } from '@hejie/platform/contract';
import { z } from 'zod';

/** A call is a mesh: everybody sends to everybody. */
export const MAX_CALL_PEERS = 4;

const roomId = z.uuid();
/** A window in a call; somebody with two windows is there twice. */
const peerId = z.string().min(1).max(64);
export const callPeerSchema = z.object({ peerId, accountId: z.uuid() });
export type CallPeer = z.infer<typeof callPeerSchema>;

const iceServerSchema = z.object({ urls: z.array(z.string()), username: z.string().optional(), credential: z.string().optional() });
/** What a window uses to be reached. With `relaySeconds`, its credentials open no new relay after so long: a connection that breaks later needs others. */
export const relaysSchema = z.object({ iceServers: z.array(iceServerSchema), relaySeconds: z.int().optional() });
export type Relays = z.infer<typeof relaysSchema>;

/** Comes into the call of a room one has joined; the newcomer offers to each of `peers`. Whoever comes back after their line broke names their earlier place, which is given up `instead`. */
export const joinCall = defineSocketEvent({
  event: 'call.join',
  permission: 'rooms.call.join',
  payload: z.object({ roomId, instead: peerId.optional() }),
  ack: relaysSchema.extend({ peers: z.array(callPeerSchema) }),
});

/** Credentials anew, for a window that is in the call. */
export const renewRelays = defineSocketEvent({ event: 'call.relays', permission: 'rooms.call.join', payload: z.object({ roomId }), ack: relaysSchema });

export const leaveCall = defineSocketEvent({ event: 'call.leave', permission: 'rooms.call.join', payload: z.object({ roomId }), ack: z.object({}) });

export const callSignalSchema = z.union([
  z.object({ description: z.object({ type: z.enum(['offer', 'answer']), sdp: z.string().max(64_000) }) }),
  z.object({
    candidate: z.object({
      candidate: z.string().max(2000),
      sdpMid: z.string().max(64).nullish(),
      sdpMLineIndex: z.int().min(0).max(64).nullish(),
      usernameFragment: z.string().max(300).nullish(),
    }),
  }),
]);
export type CallSignal = z.infer<typeof callSignalSchema>;

/** What two windows of one call tell each other to connect; passed on and kept nowhere. */
export const signalCall = defineSocketEvent({
  event: 'call.signal',
  permission: 'rooms.call.join',
  payload: z.object({ roomId, to: peerId, signal: callSignalSchema }),
  ack: z.object({}),
});

/** Server to client: `{ roomId, from, signal }` of another window of the call. */
export const CALL_SIGNAL = 'call.signal';
/** Server to client: `{ roomId, peerId, accountId }` came in. */
export const CALL_JOINED = 'call.joined';
/** Server to client: `{ roomId, peerId }` is gone; whoever hears it drops the connection at once. */
export const CALL_LEFT = 'call.left';
/** Server to client: `{ roomId }`: you are no longer in the call, because you are no longer in the room. */
export const CALL_ENDED = 'call.ended';
