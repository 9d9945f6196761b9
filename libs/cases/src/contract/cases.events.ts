import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';
import { caseMoveSchema, caseStatusSchema } from './case-status.contract.js';

const caseId = z.uuid();

export const caseFiled = defineEvent('cases.case_filed.v1', z.object({ caseId }));
export const caseMoved = defineEvent('cases.case_moved.v1', z.object({ caseId, move: caseMoveSchema, from: caseStatusSchema, to: caseStatusSchema }));
export const invitationCreated = defineEvent('cases.invitation_created.v1', z.object({ invitationId: z.uuid() }));
export const respondentJoined = defineEvent('cases.respondent_joined.v1', z.object({ caseId, accountId: z.uuid() }));
export const claimAnswered = defineEvent('cases.claim_answered.v1', z.object({ caseId }));
