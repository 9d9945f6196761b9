import { fen, isoDate, isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';

const month = z.string().regex(/^\d{4}-\d{2}$/);

export const cityQuerySchema = z.strictObject({ from: isoDate.optional(), to: isoDate.optional() });
export type CityQuery = z.infer<typeof cityQuerySchema>;

/** The numbers of what an actor's organisations serve, for cases filed from `from` up to and including `to` (China's days). */
export const citySchema = z.object({
  compiledAt: isoInstant.nullable(),
  cases: z.int(),
  settled: z.int(),
  recoveredFen: fen,
  /** From filing to settlement, whole days. */
  daysToSettle: z.object({ median: z.number().nullable(), p90: z.number().nullable() }),
  byType: z.array(z.object({ type: z.string(), cases: z.int(), settled: z.int(), recoveredFen: fen })),
  byMonth: z.array(z.object({ month, cases: z.int(), settled: z.int(), recoveredFen: fen })),
});
export type City = z.infer<typeof citySchema>;

/** The cases behind a figure: the same conditions the figure was counted with. */
export const figureQuerySchema = z.strictObject({
  figure: z.enum(['cases', 'settled']),
  type: z.string().max(40).optional(),
  month: month.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type FigureQuery = z.infer<typeof figureQuerySchema>;
export const figureCasesSchema = z.object({
  items: z.array(z.object({ caseId: z.uuid(), number: z.string(), employerName: z.string(), type: z.string(), filedOn: isoDate, settledFen: fen })),
  next: z.uuid().optional(),
});
