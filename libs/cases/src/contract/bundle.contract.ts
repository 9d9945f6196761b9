import { isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/** More than fits a hearing. */
const MOST_EXHIBITS = 100;

/** `evidenceIds`: only these, in this order; all of the list if absent. */
export const askBundleSchema = z.strictObject({ requestId, evidenceIds: z.array(z.uuid()).min(1).max(MOST_EXHIBITS).optional() });
export type AskBundle = z.infer<typeof askBundleSchema>;

const MOST_LISTED = 1000;
/** `chosen` is handed in, in this order; `leftOut` is not. A file in neither came later, and is handed in last. */
export const orderExhibitsSchema = z.strictObject({ expectedVersion: z.int().min(0), chosen: z.array(z.uuid()).max(MOST_LISTED), leftOut: z.array(z.uuid()).max(MOST_LISTED) });
export type OrderExhibits = z.infer<typeof orderExhibitsSchema>;
/** `exhibit`: its number, null where it is left out. */
export const exhibitsSchema = z.object({
  version: z.int(),
  items: z.array(z.object({ evidenceId: z.uuid(), title: z.string(), side: z.enum(['claimant', 'respondent', 'staff']), exhibit: z.int().nullable() })),
});
export type ExhibitsView = z.infer<typeof exhibitsSchema>;

/** Where an exhibit stands in a bundle. `printed` false: a sheet stands for it, because it cannot be printed. */
export const boundExhibitSchema = z.object({ evidenceId: z.uuid(), exhibit: z.int(), title: z.string(), sha256: z.string(), firstPage: z.int(), lastPage: z.int(), printed: z.boolean() });
export type BoundExhibit = z.infer<typeof boundExhibitSchema>;

export const bundleSchema = z.object({
  id: z.uuid(),
  /** One of so many: what is too large for one file comes in volumes, whose exhibits run on. */
  volume: z.int(),
  volumes: z.int(),
  state: z.enum(['making', 'ready']),
  askedBy: z.string(),
  askedAt: isoInstant,
  /** Null while it is being made. */
  file: z.object({ sha256: z.string(), bytes: z.int(), pages: z.int() }).nullable(),
  exhibits: z.array(boundExhibitSchema),
});
export type BundleView = z.infer<typeof bundleSchema>;
export const bundleListSchema = z.object({ items: z.array(bundleSchema) });
