import { dayTypes } from '@hejie/law';
import { fen, isoDate, isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';
import { caseStatusSchema } from './case-status.contract.js';

const stepSchema = z.object({ zh: z.string(), en: z.string() });

/**
 * Overtime on one day: on a working day the hours beyond eight, on a rest day those no time off was given for, on a statutory
 * holiday all that were worked, for which time off is no pay (劳动法 Art 44).
 */
export const overtimeDaySchema = z.strictObject({ date: isoDate, hours: z.number().min(0.5).max(24) });
export type OvertimeDay = z.infer<typeof overtimeDaySchema>;
/** With what the day was by the calendar it was counted on. */
export const countedDaySchema = overtimeDaySchema.extend({ dayType: z.enum(dayTypes) });
export type CountedDay = z.infer<typeof countedDaySchema>;
/** A year's days, and a leap year's. */
const MOST_DAYS = 366;

/** `invited` until the worker has agreed to be in it; `out`: left, or never wanted to. */
export const groupMemberStatusSchema = z.enum(['invited', 'in', 'out']);

export const addGroupMemberSchema = z.strictObject({
  requestId,
  name: z.string().trim().min(1).max(50),
  phone: z.string().trim().min(7).max(20),
  monthlyWageFen: fen.min(1),
  days: z.array(overtimeDaySchema).min(1).max(MOST_DAYS).refine((days) => new Set(days.map((d) => d.date)).size === days.length, 'DAY_TWICE'),
  /** What the worker agreed to before an officer, who writes it down; without it the worker confirms with a code. */
  consent: z.string().trim().min(5).max(500).optional(),
});
export type AddGroupMember = z.infer<typeof addGroupMemberSchema>;

export const joinGroupSchema = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export type JoinGroup = z.infer<typeof joinGroupSchema>;
export const leaveGroupSchema = z.strictObject({ requestId });
export type LeaveGroup = z.infer<typeof leaveGroupSchema>;

/** Elected on paper (推举代表人证明书): who, and where the paper is in the case's evidence. */
export const electSchema = z.strictObject({ requestId, memberIds: z.array(z.uuid()).min(1).max(10), evidenceId: z.uuid() });
export type Elect = z.infer<typeof electSchema>;

export const groupMemberSchema = z.object({
  id: z.uuid(),
  /** In full for the worker's side, masked for the employer's. */
  name: z.string(),
  status: groupMemberStatusSchema,
  representative: z.boolean(),
  monthlyWageFen: fen,
  days: z.array(countedDaySchema),
  dueFen: fen,
  /** How the amount comes about, and the articles. */
  working: z.array(stepSchema),
  source: z.string(),
});
export type GroupMemberView = z.infer<typeof groupMemberSchema>;

export const groupSchema = z.object({
  members: z.array(groupMemberSchema),
  /** Of those who are in it. */
  workers: z.int(),
  dueFen: fen,
  /** Ten or more with a common claim may elect representatives. */
  collective: z.object({ isCollective: z.boolean(), minReps: z.int().nullable(), maxReps: z.int().nullable(), working: z.array(stepSchema), warnings: z.array(stepSchema) }),
});
export type GroupView = z.infer<typeof groupSchema>;

/** What a letter of authority lets its holder do. */
export const powerSchema = z.enum(['negotiate', 'settle', 'sign']);
export type Power = z.infer<typeof powerSchema>;

/** What a member sees: the own row and the group's sums, nobody else's. */
export const groupMembershipSchema = groupMemberSchema.extend({
  caseId: z.uuid(),
  caseNumber: z.string(),
  caseStatus: caseStatusSchema,
  employerName: z.string(),
  otherRespondents: z.array(z.string()),
  addedBy: z.string(),
  workers: z.int(),
  groupDueFen: fen,
  representatives: z.array(z.string()),
  /** As many as the law lets elect representatives; fewer each stand for themselves. */
  mayElect: z.boolean(),
  /** Who acts for them by a letter of authority that is good today. */
  delegates: z.array(z.object({ name: z.string(), powers: z.array(powerSchema), validUntil: isoDate })),
});
export type GroupMembership = z.infer<typeof groupMembershipSchema>;
export const groupMembershipsSchema = z.object({ items: z.array(groupMembershipSchema) });

/** A letter of authority (授权委托书): to whom, what for, until when. */
export const delegateSchema = z
  .strictObject({
    requestId,
    delegateId: z.uuid(),
    powers: z.array(powerSchema).min(1).max(3).refine((p) => new Set(p).size === p.length, 'POWER_TWICE'),
    /** Settling: not below this total. */
    leastTotalFen: fen.nullable(),
    validUntil: isoDate,
    /** The signed letter among the case's evidence. */
    evidenceId: z.uuid(),
  })
  .refine((d) => d.powers.includes('settle') === (d.leastTotalFen !== null), { path: ['leastTotalFen'], message: 'LEAST_TOTAL' });
export type Delegate = z.infer<typeof delegateSchema>;
export const revokeDelegationSchema = z.strictObject({ delegationId: z.uuid() });
export type RevokeDelegation = z.infer<typeof revokeDelegationSchema>;

export const delegationSchema = z.object({
  id: z.uuid(),
  delegateId: z.uuid(),
  delegateName: z.string(),
  grantedBy: z.string(),
  grantedAt: isoInstant,
  /** How many workers it stood for when it was given. */
  workers: z.int(),
  powers: z.array(powerSchema),
  leastTotalFen: fen.nullable(),
  validUntil: isoDate,
  /** The signed letter. */
  evidenceId: z.uuid(),
  state: z.enum(['valid', 'expired', 'revoked']),
});
export type DelegationView = z.infer<typeof delegationSchema>;
export const delegationsSchema = z.object({ items: z.array(delegationSchema) });

/** Whom a letter may be given to, by where they serve. */
export const fitDelegatesSchema = z.object({ items: z.array(z.object({ organisation: z.string(), people: z.array(z.object({ accountId: z.uuid(), name: z.string() })) })) });
export type FitDelegatesView = z.infer<typeof fitDelegatesSchema>;
