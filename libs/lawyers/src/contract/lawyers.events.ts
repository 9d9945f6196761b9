import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';

const payload = z.object({ requestId: z.uuid(), caseId: z.uuid(), lawyerId: z.uuid() });

export const lawyerRequested = defineEvent('lawyers.requested.v1', payload);
export const requestAccepted = defineEvent('lawyers.request_accepted.v1', payload);
/** Declined, or a conflict was declared, or nobody answered in time: the case is back with the worker. */
export const requestReturned = defineEvent('lawyers.request_returned.v1', payload.extend({ why: z.enum(['declined', 'conflict', 'expired']) }));
