import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';

const escalationId = z.uuid();
const caseId = z.uuid();
export const escalationQueued = defineEvent('escalation.queued.v1', z.object({ escalationId, caseId }));
export const packetSent = defineEvent('escalation.packet_sent.v1', z.object({ escalationId, caseId }));
export const statusChanged = defineEvent('escalation.status_changed.v1', z.object({ escalationId, caseId, status: z.string() }));
