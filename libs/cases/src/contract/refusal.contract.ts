import { isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/** The first officer says why the union cannot take the case; the worker will read this. */
export const proposeRefusalSchema = z.strictObject({ requestId, reason: z.string().trim().min(10).max(1000) });
export type ProposeRefusal = z.infer<typeof proposeRefusalSchema>;

/** The second officer agrees, which closes the case, or does not, and the case goes on. */
export const decideRefusalSchema = z.strictObject({ requestId, approve: z.boolean() });
export type DecideRefusal = z.infer<typeof decideRefusalSchema>;

/** A refusal that waits for a second officer. `mine`: the reader proposed it and so cannot decide it. */
export const openRefusalSchema = z.object({ reason: z.string(), proposedBy: z.string(), proposedAt: isoInstant, mine: z.boolean() });
export type OpenRefusal = z.infer<typeof openRefusalSchema>;
