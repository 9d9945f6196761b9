import { fen, isoDate, isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';
import { agreementStatusSchema } from './mediation.contract.js';

/** One worker's row of a group's agreement. */
export const shareSchema = z.object({
  memberId: z.uuid(),
  /** In full for the worker's side and in the agreement itself; masked for the employer until it is sealed. */
  name: z.string(),
  days: z.int(),
  monthlyWageFen: fen,
  dueFen: fen,
  amountFen: fen,
  acceptedAt: isoInstant.nullable(),
  paidFen: fen,
  leftFen: fen,
});
export type ShareView = z.infer<typeof shareSchema>;
export const sharesSchema = z.object({
  agreementId: z.uuid(),
  status: agreementStatusSchema,
  items: z.array(shareSchema),
  totalFen: fen,
  paidFen: fen,
  leftFen: fen,
  /** Whether who reads it records payments of everybody, and consents given before them. */
  mayPay: z.boolean(),
  mayAccept: z.boolean(),
});
export type SharesView = z.infer<typeof sharesSchema>;

/** What a member sees of the agreement: the own row, when it is paid, and the group's total. */
export const myShareSchema = shareSchema.extend({
  agreementId: z.uuid(),
  caseId: z.uuid(),
  number: z.string(),
  status: agreementStatusSchema,
  totalFen: fen,
  workers: z.int(),
  payBy: z.array(isoDate),
  otherTerms: z.string().nullable(),
});
export type MyShare = z.infer<typeof myShareSchema>;
export const mySharesSchema = z.object({ items: z.array(myShareSchema) });

/** A member with a code to the own phone; or an officer for a member, with what was said. */
export const acceptShareSchema = z.union([z.strictObject({ code: z.string().regex(/^\d{6}$/) }), z.strictObject({ memberId: z.uuid(), consent: z.string().trim().min(5).max(500) })]);
export type AcceptShare = z.infer<typeof acceptShareSchema>;

export const paySharesSchema = z.strictObject({ requestId, memberId: z.uuid(), amountFen: fen.min(1), paidOn: isoDate, evidenceId: z.uuid().optional() });
export type PayShare = z.infer<typeof paySharesSchema>;
