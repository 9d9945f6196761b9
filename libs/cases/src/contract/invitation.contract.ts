import { isoDate, isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';

/** How many days after it was sent a link is good; the SMS says so. */
export const INVITATION_DAYS = 30;

/** `respondentId`: of who is named beside the employer; without it the employer is asked, or by a representative a colleague. */
export const inviteSchema = z.strictObject({ requestId, phone: z.string().trim().min(7).max(20), respondentId: z.uuid().optional() });
export type Invite = z.infer<typeof inviteSchema>;
export const invitedSchema = z.object({ id: z.uuid(), sentAt: isoInstant });

/** What the link shows before signing in: enough to know it is real, nothing of the case. */
export const invitationViewSchema = z.object({ organisation: z.string(), employerName: z.string(), accepted: z.boolean(), lastDay: isoDate });
export type InvitationView = z.infer<typeof invitationViewSchema>;
export const acceptInvitationSchema = z.strictObject({
  representativeName: z.string().trim().min(1).max(50),
  position: z.string().trim().min(1).max(50),
});
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;
export const acceptedSchema = z.object({ caseId: z.uuid() });
export const invitationTokenSchema = z.string().regex(/^[\w-]{43}$/);
