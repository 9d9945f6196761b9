import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';

/** A message that names members was stored. */
export const mentioned = defineEvent('rooms.member_mentioned.v1', z.object({ roomId: z.uuid(), seq: z.int() }));
