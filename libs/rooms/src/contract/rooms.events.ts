import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';

/** A message that names members was stored. */
export const mentioned = defineEvent('rooms.member_mentioned.v1', z.object({ roomId: z.uuid(), seq: z.int() }));

/** Somebody has read on over a message that names them, on whichever device. */
export const mentionRead = defineEvent('rooms.mention_read.v1', z.object({ roomId: z.uuid(), accountId: z.uuid() }));
