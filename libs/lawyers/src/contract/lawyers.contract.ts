import { disputeTypes, specialties } from '@hejie/law';
import { dueThingSchema } from '@hejie/cases/contract';
import { isoDate, isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/** A volunteer looks in once a day; longer would cost the worker days of a 15-day mediation. */
export const ANSWER_HOURS = 24;

export const lawyerKindSchema = z.enum(['volunteer', 'resident', 'law_firm']);
const specialty = z.enum(specialties);

/** A free time that comes every week, in China's time: weekday 1 (Monday) to 7, hours of the day. */
export const weeklyTimeSchema = z
  .strictObject({ weekday: z.int().min(1).max(7), fromHour: z.int().min(0).max(23), toHour: z.int().min(1).max(24) })
  .refine((time) => time.fromHour < time.toHour, 'ENDS_BEFORE_IT_BEGINS');
export type WeeklyTime = z.infer<typeof weeklyTimeSchema>;

const once = (items: readonly string[]) => new Set(items).size === items.length;
export const MAX_SPECIALTIES = 8;
export const MAX_LANGUAGES = 6;
export const MAX_WEEKLY_TIMES = 21;

/** What a lawyer says of themselves; the directory takes it whole or not at all. `licenceNumber`: the 17 digits of the practising certificate (律师执业证). */
export const profileSchema = z.strictObject({
  kind: lawyerKindSchema,
  licenceNumber: z.string().trim().regex(/^\d{17}$/),
  specialties: z.array(specialty).min(1).max(MAX_SPECIALTIES).refine(once, 'TWICE'),
  region: z.string().trim().min(2).max(50),
  languages: z.array(z.string().trim().min(1).max(20)).min(1).max(MAX_LANGUAGES).refine(once, 'TWICE'),
  capacity: z.int().min(1).max(100),
  weeklyTimes: z.array(weeklyTimeSchema).max(MAX_WEEKLY_TIMES),
});
export type Profile = z.infer<typeof profileSchema>;

/** As its lawyer reads it. `listed`: it is complete, so workers can choose them. One kept before licence numbers were asked for has none. */
export const ownProfileSchema = z.object({ listed: z.boolean(), profile: z.object({ ...profileSchema.shape, licenceNumber: z.string().nullable() }).nullable() });
export type OwnProfile = z.infer<typeof ownProfileSchema>;

export const directoryQuerySchema = z.strictObject({
  caseId: z.uuid().optional(),
  specialty: specialty.optional(),
  region: z.string().max(50).optional(),
  language: z.string().max(20).optional(),
});
export type DirectoryQuery = z.infer<typeof directoryQuerySchema>;

/** Why somebody stands where they stand in the list; worded by the reader's translations. */
export const matchReasonSchema = z.object({
  code: z.enum(['specialty', 'region', 'language', 'load', 'soon']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const lawyerSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  kind: lawyerKindSchema,
  licenceNumber: z.string(),
  specialties: z.array(specialty),
  region: z.string(),
  languages: z.array(z.string()),
  /** Open cases now, and how many at most. */
  load: z.int(),
  capacity: z.int(),
  nextFreeAt: isoInstant.nullable(),
  reasons: z.array(matchReasonSchema),
});
export type LawyerView = z.infer<typeof lawyerSchema>;
export const directorySchema = z.object({ items: z.array(lawyerSchema) });

export const requestStatusSchema = z.enum(['open', 'accepted', 'declined', 'conflict', 'expired', 'cancelled']);
export const askLawyerSchema = z.strictObject({ requestId, lawyerId: z.uuid() });
export type AskLawyer = z.infer<typeof askLawyerSchema>;
export const declareSchema = z.strictObject({ conflict: z.boolean() });
export type Declare = z.infer<typeof declareSchema>;
export const declineSchema = z.strictObject({ reason: z.string().trim().min(2).max(300) });
export type Decline = z.infer<typeof declineSchema>;

/** As the lawyer sees it: only the parties' names until "no conflict" was declared. */
export const lawyerRequestSchema = z.object({
  id: z.uuid(),
  status: requestStatusSchema,
  askedAt: isoInstant,
  expiresAt: isoInstant,
  claimantName: z.string(),
  employerName: z.string(),
  /** Names of who is named beside the employer: a conflict with any of them is one. */
  otherRespondents: z.array(z.string()),
  declared: z.boolean(),
  facts: z.object({ caseId: z.uuid(), number: z.string(), disputeTypes: z.array(z.enum(disputeTypes)), story: z.string(), amountClaimedFen: z.int() }).nullable(),
});
export const lawyerRequestsSchema = z.object({ items: z.array(lawyerRequestSchema) });

/** As the worker sees it. */
export const caseRequestsSchema = z.object({
  items: z.array(z.object({ id: z.uuid(), lawyerId: z.uuid(), lawyerName: z.string(), status: requestStatusSchema, askedAt: isoInstant, expiresAt: isoInstant })),
});

/** What is to be done next by the reader: find the caller a lawyer, settle on a path, set a session, hold it, go on after mediation failed, sign or seal the agreement. */
export const waitsForSchema = z.enum(['find_lawyer', 'choose_path', 'convene', 'hold_session', 'go_on', 'sign_agreement', 'seal_agreement']);
export type WaitsFor = z.infer<typeof waitsForSchema>;

export const caseloadSchema = z.object({
  items: z.array(
    z.object({
      caseId: z.uuid(),
      number: z.string(),
      status: z.string(),
      claimantName: z.string(),
      employerName: z.string(),
      otherRespondents: z.array(z.string()),
      primaryType: z.string().nullable(),
      amountClaimedFen: z.int(),
      /** Of the mediation period: the safe date and the last legal day. */
      safeDate: isoDate.nullable(),
      dueDate: isoDate.nullable(),
      /** What comes next of everything that is due in the case. */
      next: dueThingSchema.nullable(),
      /** Null while it is somebody else's turn. */
      waitsFor: waitsForSchema.nullable(),
      unread: z.int(),
      /** How many of the unread name the reader. */
      mentions: z.int(),
    }),
  ),
  openRequests: z.int(),
});
