import { respondentRoles } from '@hejie/law';
import { requestId } from '@hejie/platform/contract';
import { z } from 'zod';
import { otherRespondentSchema } from './case-facts.contract.js';

/** Names somebody beside the employer after the case was filed, or says better who it is. */
export const nameRespondentSchema = otherRespondentSchema.extend({ requestId });
export type NameRespondent = z.infer<typeof nameRespondentSchema>;

/** One of the other side. `number`: 被申请人一 is 1, the employer the case was filed against, which has no id of its own. */
export const respondentViewSchema = z.object({
  id: z.uuid().nullable(),
  number: z.int(),
  name: z.string(),
  uscc: z.string().nullable(),
  address: z.string().nullable(),
  role: z.enum(respondentRoles).nullable(),
  /** Asked to the table by a link; from then on it stays who it is. */
  invited: z.boolean(),
});
export type RespondentView = z.infer<typeof respondentViewSchema>;
export const respondentsSchema = z.object({ items: z.array(respondentViewSchema) });
