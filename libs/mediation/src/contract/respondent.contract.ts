import { requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/** Both sides read the reason on the timeline. */
export const removeRespondentSchema = z.strictObject({ requestId, reason: z.string().trim().min(1).max(200) });
export type RemoveRespondent = z.infer<typeof removeRespondentSchema>;
