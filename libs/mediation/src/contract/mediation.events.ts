import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';
import { partyKeySchema } from './party.contract.js';

const sessionId = z.uuid();
const caseId = z.uuid();
export const sessionScheduled = defineEvent('mediation.session_scheduled.v1', z.object({ sessionId, caseId, startsAt: z.string() }));
export const sessionClosed = defineEvent('mediation.session_closed.v1', z.object({ sessionId, caseId, outcome: z.string() }));
export const mediatorChanged = defineEvent('mediation.mediator_changed.v1', z.object({ sessionId, caseId, mediatorId: z.uuid(), name: z.string() }));
/** Parties that had not come when the grace was over. */
export const sessionNoShow = defineEvent('mediation.session_no_show.v1', z.object({ sessionId, caseId, sides: z.array(partyKeySchema).min(1) }));
export const minutesPresented = defineEvent('mediation.minutes_presented.v1', z.object({ sessionId, caseId, version: z.int() }));
export const proposalMade = defineEvent('mediation.proposal_made.v1', z.object({ sessionId, caseId, proposalId: z.uuid() }));
export const agreementReady = defineEvent('mediation.agreement_ready.v1', z.object({ agreementId: z.uuid(), caseId }));
export const agreementSealed = defineEvent('mediation.agreement_sealed.v1', z.object({ agreementId: z.uuid(), caseId }));
