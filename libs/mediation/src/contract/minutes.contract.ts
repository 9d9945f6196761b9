import { fen, isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';
import { proposalStateSchema } from './mediation.contract.js';
import { partyKeySchema, sideSchema } from './party.contract.js';
import { termsSchema } from './terms.contract.js';

const text = z.string().trim().max(6000);

/** What a side answered when it was asked whether it wants another mediator (在线调解规则 Art 13-14). */
const recusalSchema = z.enum(['none', 'asked']);

/** What the mediator writes; who was there, when, and the words of the picked lines are taken from the record. */
export const draftMinutesSchema = z.strictObject({
  /** `seq` of lines of the joint room that belong into the minutes. */
  lines: z.array(z.int().min(1)).max(200),
  recusal: z.strictObject({ claimant: recusalSchema.optional(), respondent: recusalSchema.optional() }).optional(),
  claimantSaid: text,
  respondentSaid: text,
  /** The same of each respondent beside the employer. */
  others: z.array(z.strictObject({ respondent: z.uuid(), said: text, recusal: recusalSchema.optional() })).max(4).optional(),
  undisputedFacts: text,
  result: text.min(1),
});
export type DraftMinutes = z.infer<typeof draftMinutesSchema>;

export const attendanceSchema = z.object({ name: z.string(), side: sideSchema, respondent: z.uuid().optional(), relation: z.string(), arrivedAt: isoInstant.nullable() });
export const pickedLineSchema = z.object({ seq: z.int(), name: z.string(), side: sideSchema, respondent: z.uuid().optional(), at: isoInstant, text: z.string() });
/** A proposal that was before everybody, and what became of it. */
export const minutesProposalSchema = z.object({ name: z.string(), side: sideSchema, respondent: z.uuid().optional(), at: isoInstant, items: termsSchema.shape.items, totalFen: fen, instalments: termsSchema.shape.instalments, state: proposalStateSchema });
/** A version as it was put before the parties: it never changes. */
export const minutesContentSchema = draftMinutesSchema.omit({ lines: true }).extend({
  attendance: z.array(attendanceSchema),
  absent: z.array(partyKeySchema),
  lines: z.array(pickedLineSchema),
  /** Not in versions of before they were recorded. */
  proposals: z.array(minutesProposalSchema).optional(),
});
export type MinutesContent = z.infer<typeof minutesContentSchema>;

/** `presented`: before the parties. `replaced`: another version came. `final`: set and stored. */
export const minutesStatusSchema = z.enum(['draft', 'presented', 'replaced', 'final']);
export const minutesAnswerSchema = z.object({
  side: partyKeySchema,
  name: z.string(),
  mine: z.boolean(),
  answer: z.enum(['confirmed', 'objected']).nullable(),
  remark: z.string().nullable(),
  answeredAt: isoInstant.nullable(),
});
export const minutesSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  status: minutesStatusSchema,
  content: minutesContentSchema,
  answers: z.array(minutesAnswerSchema),
  presentedAt: isoInstant.nullable(),
  finalAt: isoInstant.nullable(),
  sha256: z.string().nullable(),
});
export type MinutesView = z.infer<typeof minutesSchema>;
/** Versions, newest first. */
export const minutesListSchema = z.object({ items: z.array(minutesSchema) });

export const confirmMinutesSchema = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export type ConfirmMinutes = z.infer<typeof confirmMinutesSchema>;
export const objectMinutesSchema = z.strictObject({ remark: z.string().trim().min(1).max(1000) });
export type ObjectMinutes = z.infer<typeof objectMinutesSchema>;
