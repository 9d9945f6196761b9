import { claimKinds } from '@hejie/law';
import { fen, isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/** What the employer says to one claim: it is right, right in part, or not right. */
export const positionSchema = z.enum(['admit', 'partly', 'deny']);
export type Position = z.infer<typeof positionSchema>;

export const claimAnswerSchema = z
  .strictObject({
    /** The claim's place in the case, from 0. */
    claim: z.int().min(0).max(19),
    position: positionSchema,
    /** What is admitted of the amount; only with `partly`, and needed there. */
    amountFen: fen.optional(),
    reason: z.string().trim().max(1000).default(''),
    /** The employer's own evidence, shared with both sides. */
    evidenceIds: z.array(z.uuid()).max(20).default([]),
  })
  .refine((a) => (a.position === 'partly') === (a.amountFen !== undefined), { path: ['amountFen'], message: 'ANSWER_AMOUNT' })
  .refine((a) => a.position === 'admit' || a.reason.length >= 2, { path: ['reason'], message: 'ANSWER_REASON' });
export type ClaimAnswer = z.infer<typeof claimAnswerSchema>;

export const answerClaimSchema = z
  .strictObject({ requestId, text: z.string().trim().max(4000).default(''), claims: z.array(claimAnswerSchema).max(20).default([]) })
  .refine((a) => a.text.length >= 2 || a.claims.length > 0, { path: ['text'], message: 'ANSWER_EMPTY' })
  .refine((a) => new Set(a.claims.map((c) => c.claim)).size === a.claims.length, { path: ['claims'], message: 'ANSWER_CLAIM_TWICE' });
export type AnswerClaim = z.infer<typeof answerClaimSchema>;

export const claimAnswerViewSchema = z.object({
  claim: z.int(),
  kind: z.enum(claimKinds),
  claimedFen: fen.nullable(),
  position: positionSchema,
  /** What is not in dispute: all of it when admitted (null where no amount was asked), nothing when denied. */
  admittedFen: fen.nullable(),
  reason: z.string(),
  evidence: z.array(z.object({ id: z.uuid(), title: z.string() })),
});
export type ClaimAnswerView = z.infer<typeof claimAnswerViewSchema>;

/** The employer's answer as both sides read it. Versions count from 1; the newest stands. */
export const answerViewSchema = z.object({ version: z.int(), text: z.string(), at: isoInstant, claims: z.array(claimAnswerViewSchema) });
export type AnswerView = z.infer<typeof answerViewSchema>;
/** `number`: which respondent answered. */
export const answerVersionsSchema = z.object({ items: z.array(answerViewSchema.extend({ number: z.int() })) });
