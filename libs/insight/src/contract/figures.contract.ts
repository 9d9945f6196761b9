import { fen, isoDate, isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';

const month = z.string().regex(/^\d{4}-\d{2}$/);

export const cityQuerySchema = z.strictObject({ from: isoDate.optional(), to: isoDate.optional() });
export type CityQuery = z.infer<typeof cityQuerySchema>;

/** Money, each kind for itself: they overlap (what is paid was mostly agreed), so no sum of them means anything. */
const money = {
  /** What sealed agreements promise. */
  agreedFen: fen,
  /** Instalments and shares that the worker's side confirmed, and payments after contact that the worker did not deny. */
  paidFen: fen,
  /** What awards and judgments grant, of those whose amount was reported. */
  awardedFen: fen,
  awards: z.int(),
  /** Awards and judgments whose amount nobody reported. */
  awardsWithoutAmount: z.int(),
};
const numbers = { cases: z.int(), settled: z.int(), ...money };
/** From filing to settlement, whole days; null where nothing was settled. */
const days = z.object({ median: z.number().nullable(), p90: z.number().nullable() });
const monthNumbers = z.object({ month, ...numbers, medianDays: z.number().nullable() });

/** The numbers of what an actor's organisations serve, for cases filed from `from` up to and including `to` (China's days). */
export const citySchema = z.object({
  /** When the numbers were last made from the cases; null before the first time. */
  compiledAt: isoInstant.nullable(),
  ...numbers,
  daysToSettle: days,
  byType: z.array(z.object({ type: z.string(), ...numbers, medianDays: z.number().nullable() })),
  /** Every month from the first case to the last, by the month of filing; `lastYear` is null where no records reach back that far. */
  byMonth: z.array(monthNumbers.extend({ lastYear: monthNumbers.nullable() })),
});
export type City = z.infer<typeof citySchema>;

/** What of the counted cases a figure is about; `days` are the settled ones, slowest first. */
export const figureSchema = z.enum(['cases', 'settled', 'agreed', 'paid', 'awarded', 'days']);
export type Figure = z.infer<typeof figureSchema>;

/** The cases behind a figure: the same conditions the figure was counted with. */
export const figureQuerySchema = z.strictObject({
  figure: figureSchema,
  type: z.string().max(40).optional(),
  month: month.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type FigureQuery = z.infer<typeof figureQuerySchema>;

export const figureCaseSchema = z.object({
  caseId: z.uuid(),
  number: z.string(),
  employerName: z.string(),
  type: z.string(),
  filedOn: isoDate,
  agreedFen: fen,
  paidFen: fen,
  awarded: z.boolean(),
  /** Null where there is no award, or none with an amount. */
  awardedFen: fen.nullable(),
  daysToSettle: z.int().nullable(),
});
export type FigureCase = z.infer<typeof figureCaseSchema>;
/** One page, with what all pages hold together: the same as the figure. */
export const figureCasesSchema = z.object({ items: z.array(figureCaseSchema), total: z.int(), ...money });
export type FigureCases = z.infer<typeof figureCasesSchema>;
