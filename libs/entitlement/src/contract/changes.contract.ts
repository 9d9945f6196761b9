import { isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';
import { holidayYearSchema } from './calendars.contract.js';
import { figureRowSchema } from './figures.contract.js';

/** A second officer approves the whole change or declines it. */
export const decideFiguresSchema = z.strictObject({ requestId, approve: z.boolean(), note: z.string().trim().max(500).optional() });
export type DecideFigures = z.infer<typeof decideFiguresSchema>;

export const figureChangeSchema = z.object({
  id: z.uuid(),
  reason: z.string(),
  /** Null for what the product shipped with. */
  proposedBy: z.string().nullable(),
  proposedAt: isoInstant,
  /** The reader proposed it and so cannot decide it. */
  mine: z.boolean(),
  status: z.enum(['open', 'approved', 'declined']),
  decidedBy: z.string().nullable(),
  decidedAt: isoInstant.nullable(),
  note: z.string().nullable(),
  rows: z.array(figureRowSchema.and(z.object({ /** What holds on the first day now; null for nothing. */ now: z.int().nullable() }))),
  /** Holiday calendars that are proposed, whole years. */
  years: z.array(holidayYearSchema),
});
export type FigureChangeView = z.infer<typeof figureChangeSchema>;
export const figureChangesSchema = z.object({ items: z.array(figureChangeSchema) });
