import { isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/** 首问负责: whoever took the case in owns it until it is handed to an officer, or to an organisation whose officers then take it. */
export const handOverSchema = z.strictObject({
  requestId,
  to: z.union([z.strictObject({ accountId: z.uuid() }), z.strictObject({ organisationId: z.uuid() })]),
  reason: z.string().trim().min(2).max(500),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** Who has it now; the one who handed it over cannot open it any more. */
export const handedOverSchema = z.object({ caseId: z.uuid(), to: z.string().nullable(), organisation: z.string(), at: isoInstant });
export type HandedOver = z.infer<typeof handedOverSchema>;

/** The organisations of the union's tree that can take a case, each with its officers. */
export const takersSchema = z.object({
  items: z.array(z.object({ organisationId: z.uuid(), organisation: z.string(), officers: z.array(z.object({ accountId: z.uuid(), name: z.string() })) })),
});
export type Takers = z.infer<typeof takersSchema>;

/** Cases handed to the reader's organisation that nobody there has taken yet. */
export const handOverListSchema = z.object({
  items: z.array(
    z.object({
      caseId: z.uuid(),
      number: z.string(),
      primaryType: z.string().nullable(),
      claimantName: z.string(),
      employerName: z.string(),
      otherRespondents: z.array(z.string()),
      reason: z.string(),
      handedBy: z.string(),
      at: isoInstant,
    }),
  ),
});
export type HandOverList = z.infer<typeof handOverListSchema>;

export const takeCaseSchema = z.strictObject({ requestId });
export type TakeCase = z.infer<typeof takeCaseSchema>;
