import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';
import { caseMoveSchema, caseStatusSchema } from './case-status.contract.js';

const caseId = z.uuid();

export const caseFiled = defineEvent('cases.case_filed.v1', z.object({ caseId }));
export const caseMoved = defineEvent('cases.case_moved.v1', z.object({ caseId, move: caseMoveSchema, from: caseStatusSchema, to: caseStatusSchema }));
/** `to`: the name of the officer or organisation; `officerIds`: who owns it now or, not `taken` yet, may take it. */
export const caseHandedOver = defineEvent('cases.case_handed_over.v1', z.object({ caseId, to: z.string(), taken: z.boolean(), officerIds: z.array(z.uuid()) }));
export const invitationCreated = defineEvent('cases.invitation_created.v1', z.object({ invitationId: z.uuid() }));
export const respondentJoined = defineEvent('cases.respondent_joined.v1', z.object({ caseId, accountId: z.uuid() }));
export const claimAnswered = defineEvent('cases.claim_answered.v1', z.object({ caseId }));
/** The worker said whether the money a case was closed on has come. */
export const paymentAnswered = defineEvent('cases.payment_answered.v1', z.object({ caseId, received: z.boolean() }));
export const bundleAsked = defineEvent('cases.bundle_asked.v1', z.object({ bundleId: z.uuid() }));
/** A worker was asked into a case's group, or an officer wrote down that they agreed. */
export const groupMemberAdded = defineEvent('cases.group_member_added.v1', z.object({ caseId, accountId: z.uuid() }));
export const groupMemberLeft = defineEvent('cases.group_member_left.v1', z.object({ caseId, memberId: z.uuid(), accountId: z.uuid() }));
/** These represent the group from now on, and nobody else. */
export const representativesElected = defineEvent('cases.representatives_elected.v1', z.object({ caseId, accountIds: z.array(z.uuid()) }));
/** The election of a group stands no longer by law: these represented it until now. */
export const representationEnded = defineEvent('cases.representation_ended.v1', z.object({ caseId, accountIds: z.array(z.uuid()) }));
/** A letter of authority was taken back, ended with the election it was given by, or its last day is over (said for some days). */
export const delegationRevoked = defineEvent('cases.delegation_revoked.v1', z.object({ caseId, accountId: z.uuid() }));
/** Somebody of the union holds a letter of authority for the case. */
export const delegated = defineEvent('cases.delegated.v1', z.object({ caseId, accountId: z.uuid() }));
