import { z } from 'zod';

/** Every paper of a case, in the order in which a case comes to need them. */
export const paperKindSchema = z.enum([
  'mediation_application',
  'evidence_list',
  'representatives_proof',
  'power_of_attorney',
  'service_address',
  'injury_application',
  'settlement_agreement',
  'mediation_notice',
  'service_receipt',
  'mediation_minutes',
  'mediation_end_notice',
  'mediation_agreement',
  'follow_up_record',
  'arbitral_review',
  'judicial_confirmation',
  'payment_order',
  'arbitration_application',
  'litigation_complaint',
]);

/** Whose answers fill a paper; no side sees what another one filled in but on a paper of both. */
export const paperSideSchema = z.enum(['worker', 'respondent', 'staff']);
export type PaperSide = z.infer<typeof paperSideSchema>;

const words = z.object({ zh: z.string(), en: z.string() });

/** One field that may be filled in. Of an identity number only a masked form is shown again. */
export const paperFieldSchema = z.object({
  id: z.string(),
  label: words,
  hint: words.nullable(),
  kind: z.enum(['text', 'long', 'date', 'money', 'idNumber', 'uscc', 'phone', 'choice', 'consent']),
  options: z.array(z.object({ value: z.string(), label: words })),
  value: z.string().nullable(),
  masked: z.string().nullable(),
});
export type PaperField = z.infer<typeof paperFieldSchema>;

export const paperItemSchema = z.object({
  kind: paperKindSchema,
  title: words,
  use: words,
  articles: z.array(words),
  side: paperSideSchema,
  /** The file that counts is there: sealed, or final. */
  final: z.boolean(),
  /** What it cannot do without; `fill` where one may fill it in oneself. */
  missing: z.array(z.object({ id: z.string(), label: words, fill: z.boolean() })),
  /** Fields of it that may be filled in, by id. */
  fields: z.array(z.string()),
});
export type PaperItem = z.infer<typeof paperItemSchema>;

export const casePapersSchema = z.object({
  items: z.array(paperItemSchema),
  /** By side: what was filled in, and what can be. */
  answers: z.array(z.object({ side: paperSideSchema, version: z.int(), mayFill: z.boolean(), fields: z.array(paperFieldSchema) })),
});
export type CasePapers = z.infer<typeof casePapersSchema>;

/** Null takes an answer back. A field that is not named stays as it is. */
export const fillPapersSchema = z.strictObject({
  side: paperSideSchema,
  expectedVersion: z.int().min(0),
  answers: z.record(z.string().max(60), z.string().trim().max(2000).nullable()).refine((a) => Object.keys(a).length <= 80, 'TOO_MANY_ANSWERS'),
});
export type FillPapers = z.infer<typeof fillPapersSchema>;

export const paperFormatSchema = z.strictObject({ format: z.enum(['pdf', 'docx']).default('pdf') });
export type PaperFormat = z.infer<typeof paperFormatSchema>;

const text = z.string();
const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), text }),
  z.object({ kind: z.literal('heading'), text }),
  z.object({ kind: z.literal('paragraph'), text, indent: z.boolean().optional() }),
  z.object({ kind: z.literal('fields'), rows: z.array(z.tuple([text, text])) }),
  z.object({ kind: z.literal('table'), head: z.array(text), rows: z.array(z.array(text)), widths: z.array(z.number()).optional(), align: z.array(z.enum(['left', 'center', 'right'])).optional() }),
  z.object({ kind: z.literal('list'), items: z.array(text) }),
  z.object({ kind: z.literal('boxes'), lines: z.array(z.object({ ticked: z.boolean(), text })) }),
  z.object({ kind: z.literal('signatures'), lines: z.array(z.object({ role: text, name: text.optional(), signedAt: text.optional(), method: text.optional() })) }),
  z.object({ kind: z.literal('closing'), to: text.optional(), attached: z.array(text).optional(), signers: z.array(text) }),
  z.object({ kind: z.literal('seal'), organisation: text, date: text }),
  z.object({ kind: z.literal('note'), text }),
  z.object({ kind: z.literal('pageBreak') }),
]);
export type PaperBlock = z.infer<typeof blockSchema>;

/** A paper as it reads, to be shown before it is taken. */
export const paperPreviewSchema = z.object({ title: text, number: text.nullable(), blocks: z.array(blockSchema) });
export type PaperPreview = z.infer<typeof paperPreviewSchema>;
