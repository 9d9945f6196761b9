import { fen, isoDate, isoInstant, pageOf, requestId } from '@hejie/platform/contract';
import { z } from 'zod';
import { answerViewSchema } from './answer.contract.js';
import { claimantSchema, draftAnswersSchema, toldFactsSchema } from './case-facts.contract.js';
import { dueThingSchema } from './due.contract.js';
import { intakeSchema } from './intake.contract.js';
import { respondentViewSchema } from './respondent.contract.js';
import { openRefusalSchema } from './refusal.contract.js';
import { caseMoveSchema, caseOutcomeSchema, casePathSchema, caseStatusSchema, relationSchema } from './case-status.contract.js';

/** An officer files for somebody who called or came: that person owns the case and consented to this. */
export const behalfSchema = z.strictObject({
  name: z.string().trim().min(1).max(50),
  phone: z.string().trim().min(7).max(20),
  /** What was read out and agreed to, as recorded by the officer. */
  consent: z.string().trim().min(5).max(500),
});

export const startCaseSchema = z.strictObject({ requestId });
export type StartCase = z.infer<typeof startCaseSchema>;

/** A whole case in one request: the operator's intake, and clients that keep their own draft. */
export const quickCaseSchema = z.strictObject({ requestId, behalf: behalfSchema.optional(), claimant: claimantSchema.partial().optional(), facts: toldFactsSchema });
export type QuickCase = z.infer<typeof quickCaseSchema>;

export const saveDraftSchema = z.strictObject({ answers: draftAnswersSchema.extend({ intake: intakeSchema.optional() }) });
export type SaveDraft = z.infer<typeof saveDraftSchema>;

export const fileCaseSchema = z.strictObject({ requestId });
export type FileCase = z.infer<typeof fileCaseSchema>;

/** Proof of the day it was asked for: it can interrupt the limitation period (劳动争议调解仲裁法 Art 27). */
export const receiptSchema = z.object({
  caseId: z.uuid(),
  number: z.string(),
  filedAt: isoInstant,
  claimantName: z.string(),
  employerName: z.string(),
  /** Names of who was named beside the employer. */
  otherRespondents: z.array(z.string()),
  responsible: z.string(),
  hotline: z.string(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** What identifies and reaches the worker; each reading of it is audited. `phone` in E.164. */
export const particularsSchema = z.object({ name: z.string(), idNumber: z.string().nullable(), address: z.string().nullable(), phone: z.string().nullable() });
export type Particulars = z.infer<typeof particularsSchema>;

export const dueSchema = z.object({
  rule: z.string(),
  source: z.string(),
  /** The earlier date, to be on the safe side. */
  safeDate: isoDate,
  lastDate: isoDate,
  working: z.array(z.object({ zh: z.string(), en: z.string() })),
  /** What is uncertain about the dates, e.g. a holiday calendar that is not published yet. */
  provisional: z.array(z.object({ zh: z.string(), en: z.string() })),
});

/** Whether the money has come that a case was closed on, as the worker says. */
export const confirmPaymentSchema = z.strictObject({ requestId, received: z.boolean() });
export type ConfirmPayment = z.infer<typeof confirmPaymentSchema>;
export const paymentReceiptSchema = z.object({ received: z.boolean(), at: isoInstant });
export type PaymentReceipt = z.infer<typeof paymentReceiptSchema>;

export const draftViewSchema = z.object({ id: z.uuid(), answers: draftAnswersSchema, savedAt: isoInstant });

export const memberSchema = z.object({ accountId: z.uuid(), name: z.string(), relation: relationSchema, /** Of a respondent's: which one they speak for. */ number: z.int().nullable() });

export const caseViewSchema = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  status: caseStatusSchema,
  outcome: caseOutcomeSchema.nullable(),
  path: casePathSchema.nullable(),
  version: z.int(),
  relations: z.array(relationSchema),
  facts: draftAnswersSchema,
  /** Who is on the other side, the employer first. */
  respondents: z.array(respondentViewSchema),
  members: z.array(memberSchema),
  /** What a caller agreed to when an officer filed for them; shown to the worker's side only. */
  filedFor: z.object({ by: z.string(), consent: z.string() }).nullable(),
  /** The answer that stands: the reader's own, of a respondent; the employer's for everybody else. */
  answer: answerViewSchema.nullable(),
  /** What the others of the other side answered; no respondent reads another's. */
  otherAnswers: z.array(z.object({ number: z.int(), answer: answerViewSchema })),
  amountClaimedFen: fen,
  amountSettledFen: fen.nullable(),
  /** Of a case closed as paid after contact: what the worker said last of the money; told to the worker's side. */
  paymentReceipt: paymentReceiptSchema.nullable(),
  mediationDue: dueSchema.nullable(),
  allowedMoves: z.array(caseMoveSchema),
  /** Shown to officers and the department only. */
  openRefusal: openRefusalSchema.nullable(),
  createdAt: isoInstant,
  filedAt: isoInstant.nullable(),
});
export type CaseView = z.infer<typeof caseViewSchema>;

export const caseSummarySchema = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  status: caseStatusSchema,
  outcome: caseOutcomeSchema.nullable(),
  primaryType: z.string().nullable(),
  claimantName: z.string(),
  employerName: z.string(),
  /** Names of who is named beside the employer. */
  otherRespondents: z.array(z.string()),
  amountClaimedFen: fen,
  relation: relationSchema,
  /** What comes next of everything that is due in the case. */
  next: dueThingSchema.nullable(),
  filedAt: isoInstant.nullable(),
  updatedAt: isoInstant,
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;
export const caseListSchema = pageOf(caseSummarySchema);

/** How many cases one may see, by status; a status with none is left out. `atRisk`: whose next statutory date or instalment is near or over. */
export const caseCountsSchema = z.object({ total: z.int(), byStatus: z.partialRecord(caseStatusSchema, z.int()), openRefusals: z.int(), atRisk: z.int() });
export type CaseCounts = z.infer<typeof caseCountsSchema>;

/** Of the last case of the page before: its safe date where it is at risk and asked for so, else the instant it changed in ms; then its id. */
const CURSOR = /^(\d{1,15}|\d{4}-\d{2}-\d{2})_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export const listCasesSchema = z.strictObject({
  status: caseStatusSchema.optional(),
  /** Only cases the reader is this to, e.g. `officer` for those they own. */
  relation: relationSchema.exclude(['department']).optional(),
  /** Only those whose proposed refusal waits for a second officer. */
  refusal: z.literal('open').optional(),
  /** Only those at risk. */
  risk: z.literal('near').optional(),
  /** `risk`: those at risk first, the most urgent on top; the others, or all, last changed first. */
  order: z.enum(['changed', 'risk']).default('changed'),
  /** Part of a case number or of the name of one on the other side. */
  find: z.string().trim().min(2).max(100).optional(),
  cursor: z.string().regex(CURSOR).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ListCases = z.infer<typeof listCasesSchema>;

export const moveCaseSchema = z.strictObject({
  requestId,
  move: z.enum(['perform', 'paid_after_contact', 'withdraw']),
  expectedStatus: caseStatusSchema,
  reason: z.string().trim().max(500).optional(),
  /** The proof of payment that `paid_after_contact` needs. */
  evidenceId: z.uuid().optional(),
  /** What was paid; only for `paid_after_contact`, and needed there. */
  amountFen: fen.optional(),
});
export type MoveCase = z.infer<typeof moveCaseSchema>;

export const choosePathSchema = z.strictObject({ requestId, path: casePathSchema, expectedStatus: caseStatusSchema });
export type ChoosePath = z.infer<typeof choosePathSchema>;

export const timelineEntrySchema = z.object({
  id: z.uuid(),
  at: isoInstant,
  kind: z.string(),
  actorName: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export const timelineSchema = z.object({ items: z.array(timelineEntrySchema) });
