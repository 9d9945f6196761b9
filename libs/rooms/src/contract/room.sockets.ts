import { defineSocketEvent } from '@hejie/platform/contract';
import { z } from 'zod';
import { PAGE_BYTES } from './catch-up-pace.js';
import { messageSchema, outgoingSchema, readableSchema, sentSchema } from './room.contract.js';

const roomId = z.uuid();

// What a newer client adds is a wish an older server may pass over: during an upgrade both are there. Not so what is to be stored: `outgoingSchema` is strict

/** From now on the room's messages come as `room.messages`; the ack carries what was missed after `afterSeq`, at most 1,000 messages and 32 KiB, or `pageBytes` (see `CatchUpPace`); at least one. */
export const joinRoom = defineSocketEvent({
  event: 'room.join',
  permission: 'rooms.room.read',
  payload: z.object({ roomId, afterSeq: z.int().min(0), pageBytes: z.int().min(PAGE_BYTES.least).max(PAGE_BYTES.most).optional() }),
  ack: z.object({ lastSeq: z.int(), readable: readableSchema, messages: z.array(messageSchema) }),
});

/**
 * Stores a message. Asked for an ack, the server gives one after the commit, with the message's place.
 * Sent without one, the message's own delivery (`room.messages`, after the commit) is the confirmation, and a
 * refusal comes as `refused`: one frame less for every message.
 */
export const sendMessage = defineSocketEvent({
  event: 'room.send',
  permission: 'rooms.message.send',
  payload: z.object({ roomId, message: outgoingSchema }),
  ack: sentSchema,
});

/** A page back from `before` (from the end without it), or on from `after`; oldest first. Fewer than `limit` where they are long: at most 32 KiB, at least one if there is one. */
export const readHistory = defineSocketEvent({
  event: 'room.history',
  permission: 'rooms.room.read',
  payload: z.object({ roomId, before: z.int().min(1).optional(), after: z.int().min(0).optional(), limit: z.int().min(1).max(200).default(50) }),
  ack: z.object({ messages: z.array(messageSchema) }),
});

export const leaveRoom = defineSocketEvent({
  event: 'room.leave',
  permission: 'rooms.room.read',
  payload: z.object({ roomId }),
  ack: z.object({}),
});

/** Says "is typing" to the others; nothing is kept. */
export const typing = defineSocketEvent({
  event: 'room.typing',
  permission: 'rooms.message.send',
  payload: z.object({ roomId }),
  ack: z.object({}),
});

/** This device holds everything of the room up to `seq`. Told to others as part of `room.delivered` only. */
export const delivered = defineSocketEvent({
  event: 'room.delivered',
  permission: 'rooms.room.read',
  payload: z.object({ roomId, seq: z.int().min(1) }),
  ack: z.object({}),
});

/** Server to client: messages of one room in the order of `seq`; those that were committed together come together. */
export const ROOM_MESSAGES = 'room.messages';
export const roomMessagesSchema = z.object({ roomId, messages: z.array(messageSchema).min(1) });
export type RoomMessages = z.infer<typeof roomMessagesSchema>;

/** Server to client: you are no longer in this room. */
export const ROOM_REMOVED = 'room.removed';
/** Server to client: somebody is typing. */
export const ROOM_TYPING = 'room.typing';

/** Server to client: how far a room's log goes. A client that holds less has missed something and joins again. */
export const ROOM_HEAD = 'room.head';
export const roomHeadSchema = z.object({ roomId, lastSeq: z.int() });
export type RoomHead = z.infer<typeof roomHeadSchema>;

/** Server to client: everything up to `seq` has arrived on a device of every member. */
export const ROOM_DELIVERED = 'room.delivered';
export const roomDeliveredSchema = z.object({ roomId, seq: z.int() });
export type RoomDelivered = z.infer<typeof roomDeliveredSchema>;

/** Server to client: who is in the room now; `phone` when only by phone. */
export const ROOM_PRESENCE = 'room.presence';
export const presentSchema = z.object({ accountId: z.uuid(), phone: z.boolean() });
export type Present = z.infer<typeof presentSchema>;
export const roomPresenceSchema = z.object({ roomId, online: z.array(presentSchema) });
export type RoomPresence = z.infer<typeof roomPresenceSchema>;
