import { isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';

export const roomKindSchema = z.enum(['consult', 'joint', 'caucus_claimant', 'caucus_respondent']);
export type RoomKind = z.infer<typeof roomKindSchema>;

/** Without what PostgreSQL cannot keep in a JSON text: U+0000 and half a surrogate pair. */
const STORABLE = /^[^\0\p{Cs}]*$/u;
/** The longest message, in UTF-16 units as browsers and zod count them. */
export const MAX_TEXT = 4000;
export const textBodySchema = z.strictObject({
  text: z.string().min(1).max(MAX_TEXT).regex(STORABLE),
  /** The `seq` of the message this one answers. */
  quote: z.int().min(1).optional(),
  /** Members who are spoken to by name. */
  mentions: z.array(z.uuid()).min(1).max(20).optional(),
});
export type TextBody = z.infer<typeof textBodySchema>;
/** `sha256` is of the file as it was brought in, so that a sealed log holds its content too; lines of earlier versions have none. */
export const fileBodySchema = z.strictObject({ fileId: z.uuid(), name: z.string(), mediaType: z.string(), bytes: z.int(), sha256: z.string().optional() });
/** A line the system writes; worded by the reader's translations. */
export const systemBodySchema = z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) });

const messageBase = { seq: z.int().min(1), clientId: z.uuid(), senderId: z.uuid(), at: isoInstant };
export const messageSchema = z.discriminatedUnion('kind', [
  z.object({ ...messageBase, kind: z.literal('text'), body: textBodySchema }),
  z.object({ ...messageBase, kind: z.literal('file'), body: fileBodySchema }),
  z.object({ ...messageBase, kind: z.literal('system'), body: systemBodySchema }),
  // taken back by its sender: the place stays, the words are gone
  z.object({ ...messageBase, kind: z.literal('withdrawn'), body: z.strictObject({}) }),
]);
export type Message = z.infer<typeof messageSchema>;

/** A message as its sender makes it. `clientId` is the sender's own: sending it again gives the same `seq`. */
export const outgoingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ clientId: z.uuid(), kind: z.literal('text'), body: textBodySchema }),
  z.strictObject({ clientId: z.uuid(), kind: z.literal('file'), body: z.strictObject({ fileId: z.uuid() }) }),
]);
export type Outgoing = z.infer<typeof outgoingSchema>;

export const sentSchema = z.object({ seq: z.int(), at: isoInstant });
export type Sent = z.infer<typeof sentSchema>;

export const roomMemberSchema = z.object({ accountId: z.uuid(), name: z.string(), relation: z.string() });
export const roomSchema = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  caseNumber: z.string(),
  kind: roomKindSchema,
  sessionId: z.uuid().nullable(),
  lastSeq: z.int(),
  readSeq: z.int(),
  unread: z.int(),
  /** How many of the unread name the reader. */
  mentions: z.int(),
  /** Its session has ended: the room is read, and nothing is written in it any more. */
  sealed: z.boolean(),
  lastMessage: messageSchema.nullable(),
  /** Everybody who can read what is written here. */
  members: z.array(roomMemberSchema),
});
export type RoomView = z.infer<typeof roomSchema>;
export const roomListSchema = z.object({ items: z.array(roomSchema) });
export const listRoomsSchema = z.strictObject({ caseId: z.uuid().optional() });
export type ListRooms = z.infer<typeof listRoomsSchema>;

export const historySchema = z.strictObject({
  after: z.coerce.number().int().min(0).optional(),
  before: z.coerce.number().int().min(1).optional(),
  /** The page that begins with the first message at or after this moment. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** A page has fewer where they are long: at most 32 KiB, at least one. Only an empty page is the end. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type History = z.infer<typeof historySchema>;
/** Stretches of a room's log that a member may read, each from and to (included; null for open end). Who was out does not read what was said meanwhile. */
export const readableSchema = z.array(z.tuple([z.int(), z.int().nullable()]));
export type Readable = z.infer<typeof readableSchema>;
export const messagesSchema = z.object({ items: z.array(messageSchema), lastSeq: z.int(), readable: readableSchema });

export const searchRoomSchema = z.strictObject({ q: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(100).default(50) });
export type SearchRoom = z.infer<typeof searchRoomSchema>;
/** Best first: more occurrences, then newer. */
export const foundMessagesSchema = z.object({ items: z.array(messageSchema) });

export const markReadSchema = z.strictObject({ seq: z.int().min(0) });
export type MarkRead = z.infer<typeof markReadSchema>;
export const readSchema = z.object({ readSeq: z.int() });
/** A finished resumable upload, begun for the room's case. */
export const takeRoomUploadSchema = z.strictObject({ uploadId: z.uuid() });
export type TakeRoomUpload = z.infer<typeof takeRoomUploadSchema>;
export const roomFileSchema = z.object({ fileId: z.uuid(), name: z.string(), mediaType: z.string(), bytes: z.int(), sha256: z.string() });
