import { answersSchema, answerValueSchema } from '@hejie/cases/contract';
import { claimKinds } from '@hejie/law';
import { fen, isoDate, isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';
import { certaintySchema, figureSchema } from './figures.contract.js';
import { articleSchema, stepSchema } from './record.contract.js';

export const questionSchema = z.object({
  id: z.string(),
  kind: z.enum(['one', 'many', 'date', 'yuan', 'number']),
  ask: stepSchema,
  help: stepSchema.optional(),
  options: z.array(z.object({ value: z.string(), zh: z.string(), en: z.string() })).optional(),
});

export const legalAnswersSchema = z.object({
  version: z.int(),
  /** All that counts: from the case, from what was recorded, and as answered. */
  answers: answersSchema,
  next: questionSchema.nullable(),
  open: z.int(),
});
export type LegalAnswersView = z.infer<typeof legalAnswersSchema>;

export const answerQuestionSchema = z.strictObject({ question: z.string().max(60), answer: answerValueSchema, expectedVersion: z.int().min(0) });
export type AnswerQuestion = z.infer<typeof answerQuestionSchema>;

const rulingSchema = z.object({
  topic: z.string(),
  title: stepSchema,
  value: z.unknown(),
  input: z.unknown(),
  working: z.array(stepSchema),
  articles: z.array(articleSchema),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  warnings: z.array(stepSchema),
});

const sheetLineSchema = z.object({
  claim: z.enum(claimKinds),
  title: stepSchema,
  /** Null where the law gives no figure or something is missing, never 0 for that. */
  lowFen: fen.nullable(),
  highFen: fen.nullable(),
  stated: z.array(z.object({ what: stepSchema, amountFen: fen })),
  rulings: z.array(rulingSchema),
  missingFacts: z.array(z.object({ question: z.string(), ask: stepSchema })),
  missingTables: z.array(z.object({ field: z.string(), title: stepSchema })),
  contradiction: stepSchema.nullable(),
  changes: z.array(stepSchema),
  /** The day whose local figures it was counted by, where it is not the sheet's. */
  figuresOn: isoDate.optional(),
});

/** A sheet as it was frozen. */
export const sheetContentSchema = z.object({
  asOf: isoDate,
  region: z.string(),
  /** The day the local figures were taken of for most claims: the end of employment, or the day the sheet was made. */
  figuresOn: isoDate,
  /** `on`: the other day it counts on, of a claim with a day of its own. */
  figures: z.array(z.object({ on: isoDate.optional(), region: z.string(), figure: figureSchema, value: z.int().nullable(), validFrom: isoDate, sourceTitle: z.string(), certainty: certaintySchema })),
  lines: z.array(sheetLineSchema),
  total: z.object({ lowFen: fen, highFen: fen, alreadyPaidFen: fen, complete: z.boolean() }),
  warnings: z.array(stepSchema),
});
export type SheetContent = z.infer<typeof sheetContentSchema>;

export const sheetSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  madeAt: isoInstant,
  /** SHA-256 of content and answers. */
  digest: z.string(),
  /** Who agreed that the other side and the mediator may see it. */
  consents: z.object({ claimant: z.boolean(), respondent: z.boolean() }),
  /** Null for who may not see it (yet). */
  content: sheetContentSchema.nullable(),
  /** All it was made from; for the worker's side only. */
  answers: answersSchema.nullable(),
});
export type SheetView = z.infer<typeof sheetSchema>;
export const sheetsSchema = z.object({ items: z.array(sheetSchema) });

export const consentSheetSchema = z.strictObject({ agree: z.boolean() });
export type ConsentSheet = z.infer<typeof consentSheetSchema>;
