import { defineSocketEvent } from '@hejie/platform/contract';
import { z } from 'zod';
import { messageSchema, outgoingSchema, sentSchema } from './room.contract.js';

const roomId = z.uuid();

/** From now on the room's messages come as `room.messages`; the ack carries what was missed after `afterSeq`, at most 200. */
export const joinRoom = defineSocketEvent({
  event: 'room.join',
  permission: 'rooms.room.read',
  payload: z.strictObject({ roomId, afterSeq: z.int().min(0) }),
  ack: z.object({ lastSeq: z.int(), messages: z.array(messageSchema) }),
});

/** The ack comes after the message is committed and carries its place in the room. */
export const sendMessage = defineSocketEvent({
  event: 'room.send',
  permission: 'rooms.message.send',
  payload: z.strictObject({ roomId, message: outgoingSchema }),
  ack: sentSchema,
});

export const leaveRoom = defineSocketEvent({
  event: 'room.leave',
  permission: 'rooms.room.read',
  payload: z.strictObject({ roomId }),
  ack: z.object({}),
});

/** Says "is typing" to the others; nothing is kept. */
export const typing = defineSocketEvent({
  event: 'room.typing',
  permission: 'rooms.message.send',
  payload: z.strictObject({ roomId }),
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
