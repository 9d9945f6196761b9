import { caseStatusSchema, dueKindSchema } from '@hejie/cases/contract';
import { isoDate } from '@hejie/platform/contract';
import { z } from 'zod';

export const deadlinesQuerySchema = z.strictObject({
  /** How many days ahead to look, by the safe date. */
  within: z.coerce.number().int().min(0).max(60).default(7),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type DeadlinesQuery = z.infer<typeof deadlinesQuerySchema>;

export const deadlineSchema = z.object({
  caseId: z.uuid(),
  number: z.string(),
  type: z.string(),
  status: caseStatusSchema,
  claimantName: z.string(),
  employerName: z.string(),
  /** What ends; a session is none of them. */
  kind: dueKindSchema,
  /** What a statutory period is called; null where the kind says it. */
  title: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** The article the period stands in; an instalment has none. */
  source: z.string().nullable(),
  /** Before rolling over days off: what to work to. */
  safeDate: isoDate,
  /** The legal last day. */
  lastDate: isoDate,
  /** What is uncertain about the dates. */
  provisional: z.array(z.object({ zh: z.string(), en: z.string() })),
  /** Who of the union works on it, by name; empty when nobody does. */
  responsible: z.array(z.string()),
});
export type DeadlineAtRisk = z.infer<typeof deadlineSchema>;

/** Open cases whose next statutory date or instalment is near or over, the most urgent first. */
export const deadlinesSchema = z.object({
  /** China's date the days left are counted from. */
  today: isoDate,
  /** How many days ahead of it the list looks. */
  within: z.int(),
  items: z.array(deadlineSchema),
  total: z.int(),
  /** Of all pages: the legal last day is over. */
  overdue: z.int(),
});
export type Deadlines = z.infer<typeof deadlinesSchema>;
