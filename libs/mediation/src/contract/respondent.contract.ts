import { requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/**
 * Why somebody stops standing for the employer. `mistake`: they never should have; whoever comes after them learns nothing of what they brought and
 * said. `replaced`: the same employer sends another, who takes over what belongs to the side. Unsaid, it is the one that shows less.
 */
export const removalCauseSchema = z.enum(['mistake', 'replaced']);
export type RemovalCause = z.infer<typeof removalCauseSchema>;

/** Both sides read the reason on the timeline. */
export const removeRespondentSchema = z.strictObject({ requestId, cause: removalCauseSchema.default('mistake'), reason: z.string().trim().min(1).max(200) });
export type RemoveRespondent = z.infer<typeof removeRespondentSchema>;
