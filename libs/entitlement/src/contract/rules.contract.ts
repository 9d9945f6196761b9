import { isoDate } from '@hejie/platform/contract';
import { z } from 'zod';
import { certaintySchema } from './figures.contract.js';
import { articleSchema, stepSchema } from './record.contract.js';

/** Every rule of law that is counted with: what it is called, where it stands, for which time it reads so, and how sure that is. */
export const rulesSchema = z.object({
  items: z.array(
    z.object({ topic: z.string(), title: stepSchema, articles: z.array(articleSchema), effectiveFrom: isoDate, effectiveTo: isoDate.nullable(), certainty: certaintySchema }),
  ),
});
export type RulesView = z.infer<typeof rulesSchema>;
