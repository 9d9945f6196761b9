import { caseEventKinds } from '@hejie/law';
import { fen, isoDate, isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

export const stepSchema = z.object({ zh: z.string(), en: z.string() });
export const articleSchema = z.object({ law: z.string(), title: stepSchema, version: z.string(), articles: z.string().nullable(), citation: stepSchema });

/** That it was filed here is known from the case itself. */
export const recordableKindSchema = z.enum(caseEventKinds).exclude(['case_filed']);
export const partySchema = z.enum(['worker', 'employer', 'authority', 'both']);

export const recordEventSchema = z.strictObject({
  requestId,
  kind: recordableKindSchema,
  on: isoDate,
  by: partySchema,
  /** Only of an event that lasts: until when. */
  until: isoDate.optional(),
  note: z.string().trim().max(500).optional(),
  /** What proves it. */
  evidenceId: z.uuid().optional(),
});
export type RecordEvent = z.infer<typeof recordEventSchema>;

/** What was recorded by mistake stays on record, with the reason. */
export const withdrawEntrySchema = z.strictObject({ requestId, reason: z.string().trim().min(2).max(300) });
export type WithdrawEntry = z.infer<typeof withdrawEntrySchema>;

export const recordPaymentSchema = z.strictObject({
  requestId,
  paidOn: isoDate,
  amountFen: fen.min(1),
  /** What it was paid for, in words: 住院押金, 生活费. */
  what: z.string().trim().min(2).max(200),
  evidenceId: z.uuid().optional(),
});
export type RecordPayment = z.infer<typeof recordPaymentSchema>;

const withdrawnSchema = z.object({ at: isoInstant, by: z.string(), reason: z.string() }).nullable();

export const caseEventSchema = z.object({
  /** Null for what is known from the case or the answers. */
  id: z.uuid().nullable(),
  kind: z.enum(caseEventKinds),
  title: stepSchema,
  on: isoDate,
  by: partySchema,
  until: isoDate.nullable(),
  note: z.string().nullable(),
  evidenceId: z.uuid().nullable(),
  origin: z.enum(['recorded', 'case', 'answers']),
  recordedBy: z.string().nullable(),
  withdrawn: withdrawnSchema,
});
export type CaseEventView = z.infer<typeof caseEventSchema>;

export const clockSchema = z.object({
  rule: z.string(),
  title: stepSchema,
  who: z.enum(['worker', 'employer', 'authority', 'either', 'both']),
  whoTitle: stepSchema,
  from: stepSchema,
  triggerDate: isoDate,
  /** The safe date. */
  rawDate: isoDate,
  /** The legal last day; of a clock that `opens` the first one. */
  dueDate: isoDate,
  state: z.enum(['running', 'met', 'missed', 'opens']),
  endedOn: isoDate.nullable(),
  advice: stepSchema.nullable(),
  working: z.array(stepSchema),
  warnings: z.array(stepSchema),
  /** What makes the dates uncertain: a holiday calendar that is not published or loaded. */
  provisional: z.array(stepSchema),
  articles: z.array(articleSchema),
});
export type ClockView = z.infer<typeof clockSchema>;

/** `today`: China's date the state of each clock is told for. */
export const caseClocksSchema = z.object({ today: isoDate, clocks: z.array(clockSchema), events: z.array(caseEventSchema) });
export type CaseClocksView = z.infer<typeof caseClocksSchema>;

export const paymentSchema = z.object({ id: z.uuid(), paidOn: isoDate, amountFen: fen, what: z.string(), evidenceId: z.uuid().nullable(), recordedBy: z.string(), withdrawn: withdrawnSchema });
/** `totalFen`: of those that stand. */
export const paymentsSchema = z.object({ items: z.array(paymentSchema), totalFen: fen });
export type PaymentsView = z.infer<typeof paymentsSchema>;
