import { dueThingSchema, positionSchema, respondentViewSchema } from '@hejie/cases/contract';
import { fen, isoDate, isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

export const trackSchema = z.enum(['arbitration', 'litigation', 'payment_order', 'arbitral_review', 'judicial_confirmation']);
export type Track = z.infer<typeof trackSchema>;
/** queued: the packet is being compiled; sent: in the partner's inbox; then what the partner says. */
export const escalationStatusSchema = z.enum(['queued', 'sent', 'received', 'accepted', 'rejected', 'hearing', 'awarded', 'closed']);
export type EscalationStatus = z.infer<typeof escalationStatusSchema>;

/** `partnerId`: one of those that a refusal `ESCALATION_PARTNER_OPEN` names; without it, the one that the case's place tells. */
export const escalateSchema = z.strictObject({ requestId, track: trackSchema, partnerId: z.uuid().optional() });
export type Escalate = z.infer<typeof escalateSchema>;
/** Whom a case may go to where its place alone does not tell: `partners` of `ESCALATION_PARTNER_OPEN`. */
export const partnerChoiceSchema = z.array(z.object({ id: z.uuid(), name: z.string() }));
export type PartnerChoice = z.infer<typeof partnerChoiceSchema>;

export const statusEntrySchema = z.object({ status: escalationStatusSchema, at: isoInstant, text: z.string(), amountFen: fen.nullable() });
export const escalationSchema = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  track: trackSchema,
  status: escalationStatusSchema,
  partner: z.string(),
  /** The partner's own number for it. */
  reference: z.string().nullable(),
  packetSha256: z.string().nullable(),
  createdAt: isoInstant,
  history: z.array(statusEntrySchema),
});
export type EscalationView = z.infer<typeof escalationSchema>;
export const escalationListSchema = z.object({ items: z.array(escalationSchema) });

/** What waits for a receipt, what the partner works on, what it has decided. */
export const inboxShowSchema = z.enum(['waiting', 'underway', 'over']);
export type InboxShow = z.infer<typeof inboxShowSchema>;
export const inboxQuerySchema = z.strictObject({
  show: inboxShowSchema.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type InboxQuery = z.infer<typeof inboxQuerySchema>;

/** As the partner sees it. `next` is what it may report now, `due` until when the law gives it for that. */
export const inboxItemSchema = escalationSchema
  .omit({ caseId: true, partner: true })
  .extend({ caseNumber: z.string(), claimantName: z.string(), employerName: z.string(), otherRespondents: z.array(z.string()), next: z.array(escalationStatusSchema), due: dueThingSchema.nullable() });
export type InboxItem = z.infer<typeof inboxItemSchema>;
/** A page of the inbox, newest first, with how many there are of each kind in all. */
export const inboxSchema = z.object({ items: z.array(inboxItemSchema), total: z.int(), counts: z.record(inboxShowSchema, z.int()) });
export type Inbox = z.infer<typeof inboxSchema>;

export const acknowledgeSchema = z.strictObject({ requestId, reference: z.string().trim().min(1).max(60), note: z.string().trim().max(500).optional() });
export type Acknowledge = z.infer<typeof acknowledgeSchema>;
export const reportStatusSchema = z.strictObject({
  requestId,
  status: z.enum(['accepted', 'rejected', 'hearing', 'awarded', 'closed']),
  text: z.string().trim().min(1).max(2000),
  date: isoDate,
  amountFen: fen.optional(),
});
export type ReportStatus = z.infer<typeof reportStatusSchema>;

const volumeSchema = z.object({ sha256: z.string(), bytes: z.int(), pages: z.int() });
export const volumeQuerySchema = z.strictObject({ volume: z.coerce.number().int().min(1).max(1000).default(1) });
export type VolumeQuery = z.infer<typeof volumeQuerySchema>;

/** The machine-readable side of a packet: what is in it and the hash of every part. */
export const manifestSchema = z.object({
  version: z.literal(1),
  track: trackSchema,
  caseNumber: z.string(),
  filedAt: isoInstant,
  claimant: z.object({ name: z.string(), idNumber: z.string().nullable(), address: z.string().nullable() }),
  /** The employer; where others are named beside it, the first of `respondents`. */
  respondent: z.object({ name: z.string(), uscc: z.string().nullable(), address: z.string().nullable() }),
  /** Where there are several: all, in the order of the papers, each with what its standing answer says to the claims, which are counted from 0. */
  respondents: z.array(respondentViewSchema.omit({ id: true, invited: true }).extend({ answers: z.array(z.object({ claim: z.int(), position: positionSchema, admittedFen: fen.nullable() })) })).optional(),
  /** With what the employer's standing answer admits of each. */
  claims: z.array(z.object({ kind: z.string(), amountFen: fen.nullable(), answer: positionSchema.nullable(), admittedFen: fen.nullable() })),
  disputeTypes: z.array(z.string()),
  undisputedFacts: z.string().nullable(),
  /** Of a group that files through elected representatives: everybody in it, and who was elected. Their proof is in the packet. */
  group: z.object({ workers: z.array(z.string()), representatives: z.array(z.string()) }).nullish(),
  /** The sealed agreement, if there is one; its file has a door of its own beside the packet's. */
  agreement: z.object({ number: z.string(), effectiveOn: isoDate, sha256: z.string() }).nullable(),
  /** `sha256` of the sealed original, `shownSha256` of the copy without location that can be opened here. Manifests of before the bundle lack some of it. */
  evidence: z.array(z.object({ id: z.uuid(), exhibit: z.int().optional(), title: z.string(), proves: z.string(), source: z.string().optional(), mediaType: z.string(), bytes: z.int(), sha256: z.string(), shownSha256: z.string().nullish() })),
  /** All of it bound into one PDF; none where there is no evidence. */
  bundle: volumeSchema.nullish(),
  /** What is too large for one file: every volume, the first one again, in order. */
  volumes: z.array(volumeSchema).optional(),
  packetSha256: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;
