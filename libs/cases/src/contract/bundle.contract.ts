import { isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/** More than fits a hearing. */
const MOST_EXHIBITS = 100;

/** `evidenceIds`: only these, in this order; all of the list if absent. */
export const askBundleSchema = z.strictObject({ requestId, evidenceIds: z.array(z.uuid()).min(1).max(MOST_EXHIBITS).optional() });
export type AskBundle = z.infer<typeof askBundleSchema>;

/** Where an exhibit stands in a bundle. `printed` false: a sheet stands for it, because it cannot be printed. */
export const boundExhibitSchema = z.object({ evidenceId: z.uuid(), exhibit: z.int(), title: z.string(), sha256: z.string(), firstPage: z.int(), lastPage: z.int(), printed: z.boolean() });
export type BoundExhibit = z.infer<typeof boundExhibitSchema>;

export const bundleSchema = z.object({
  id: z.uuid(),
  state: z.enum(['making', 'ready']),
  askedBy: z.string(),
  askedAt: isoInstant,
  /** Null while it is being made. */
  file: z.object({ sha256: z.string(), bytes: z.int(), pages: z.int() }).nullable(),
  exhibits: z.array(boundExhibitSchema),
});
export type BundleView = z.infer<typeof bundleSchema>;
export const bundleListSchema = z.object({ items: z.array(bundleSchema) });
