import { isoDate, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/** The whole country: the region of figures that are the same everywhere, and the last place a figure is looked for. */
export const NATION = '全国';

const GRADES = [5, 6, 7, 8, 9, 10] as const;
export const MONTH_FIGURES = GRADES.flatMap((grade) => [`medical_months_${grade}`, `employment_months_${grade}`] as const);
export const MONEY_FIGURES = ['avg_monthly_wage', 'min_monthly_wage', 'avg_annual_wage', 'subsidy_base', 'national_urban_income_prev_year'] as const;

/** How the year of a second wage is counted: each day has its own, or all of it has one from its end. Kept by its place in the list, from 1. */
export const DOUBLE_WAGE_MODES = ['per_day', 'from_end'] as const;

/** What a local table can state. Money is in fen; the subsidies of grades 5 to 10 are in whole months; the limitation of a second wage is one of its modes. */
export const figureSchema = z.enum([...MONEY_FIGURES, ...MONTH_FIGURES, 'double_wage_limitation']);
export type Figure = z.infer<typeof figureSchema>;
export const isMode = (figure: Figure): boolean => figure === 'double_wage_limitation';
export const isMoney = (figure: Figure): boolean => (MONEY_FIGURES as readonly string[]).includes(figure);

/** How sure it is: read in the published text, taken from a second-hand report, or still to be confirmed. */
export const certaintySchema = z.enum(['verified', 'secondary', 'unverified']);
export type Certainty = z.infer<typeof certaintySchema>;

/** From the larger to the smaller, parted by a slash: 广东省/佛山市. */
export const regionSchema = z.string().trim().max(80).regex(/^[\p{L}\d]{2,20}(\/[\p{L}\d]{2,20}){0,3}$/u);

/** Who published it. A spreadsheet must not take it for a formula. */
export const sourceTitleSchema = z.string().trim().min(2).max(200).regex(/^[^=+\-@\t\r]/);
export const sourceUrlSchema = z.url({ protocol: /^https?$/ }).max(500).nullable();

const MOST_MONTHS = 240;

export const figureRowSchema = z
  .strictObject({
    region: regionSchema,
    figure: figureSchema,
    /** Fen, months or a mode; null takes a wrong figure back: from `validFrom` on it is not available. */
    value: z.int().min(1).max(1_000_000_000_000).nullable(),
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    sourceTitle: sourceTitleSchema,
    sourceUrl: sourceUrlSchema,
    certainty: certaintySchema,
  })
  .refine((r) => r.validTo === null || r.validFrom <= r.validTo, { path: ['validTo'], message: 'VALID_TO' })
  .refine((r) => isMoney(r.figure) || r.value === null || r.value <= MOST_MONTHS, { path: ['value'], message: 'FIGURE_MONTHS' })
  .refine((r) => !isMode(r.figure) || r.value === null || r.value <= DOUBLE_WAGE_MODES.length, { path: ['value'], message: 'FIGURE_MODE' })
  .refine((r) => (r.figure === 'national_urban_income_prev_year') === (r.region === NATION), { path: ['region'], message: 'FIGURE_NATION' });
export type FigureRow = z.infer<typeof figureRowSchema>;

export const changeReasonSchema = z.string().trim().min(5).max(500);
const MOST_ROWS = 2000;

export const proposeFiguresSchema = z.strictObject({ requestId, reason: changeReasonSchema, rows: z.array(figureRowSchema).min(1).max(MOST_ROWS) });
export type ProposeFigures = z.infer<typeof proposeFiguresSchema>;
export const importFiguresSchema = z.strictObject({ requestId, reason: changeReasonSchema, csv: z.string().min(1).max(400_000) });
export type ImportFigures = z.infer<typeof importFiguresSchema>;

export const figuresQuerySchema = z.strictObject({ region: regionSchema.optional(), on: isoDate.optional(), page: z.coerce.number().int().min(1).max(10_000).default(1) });
export type FiguresQuery = z.infer<typeof figuresQuerySchema>;

/** A figure as it was approved. `inForce`: it is the one that counts on the day asked for. */
export const localFigureSchema = z.object({
  id: z.uuid(),
  region: z.string(),
  figure: figureSchema,
  value: z.int().nullable(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  sourceTitle: z.string(),
  sourceUrl: z.string().nullable(),
  certainty: certaintySchema,
  inForce: z.boolean(),
});
export type LocalFigureView = z.infer<typeof localFigureSchema>;
export const localFiguresSchema = z.object({ on: isoDate, regions: z.array(z.string()), items: z.array(localFigureSchema), total: z.int(), pageSize: z.int() });
export type LocalFiguresList = z.infer<typeof localFiguresSchema>;

export const placeFiguresQuerySchema = z.strictObject({ place: z.string().trim().min(2).max(80), on: isoDate });
export type PlaceFiguresQuery = z.infer<typeof placeFiguresQuerySchema>;

const yuanOrNothing = z.number().nullable();
/** The figures of one place as the law's rules take them (yuan, months); null where nobody loaded one. */
export const placeFiguresSchema = z.object({
  region: z.string(),
  sourceTitle: z.string().nullable(),
  validFrom: isoDate.nullable(),
  localAvgMonthlyWage: yuanOrNothing,
  localMinMonthlyWage: yuanOrNothing,
  localAvgAnnualWage: yuanOrNothing,
  subsidyBase: yuanOrNothing,
  subsidyMonths: z.record(z.string(), z.object({ medical: z.number(), employment: z.number() })).nullable(),
  nationalUrbanDisposableIncomePrevYear: yuanOrNothing.optional(),
  doubleWageLimitation: z.enum(DOUBLE_WAGE_MODES).nullable().optional(),
});
