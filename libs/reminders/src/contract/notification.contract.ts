import { isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';

/** What people are told of, in the inbox of their own pages. */
export const notificationKindSchema = z.enum([
  'lawyer_requested',
  'lawyer_accepted',
  'lawyer_returned',
  'request_unanswered',
  'session_scheduled',
  'session_24h',
  'session_1h',
  'mediator_changed',
  'session_no_show',
  'minutes_ready',
  'session_no_show_reschedule',
  'mediation_ending',
  'clock_ending',
  'employer_missed',
  'authority_missed',
  'hearing_ahead',
  'instalment_due',
  'agreement_ready',
  'agreement_sealed',
  'claim_answered',
  'employer_silent',
  'case_handed_to_you',
  'case_handed_over',
  'escalation_status',
  'paid_after_contact',
  'payment_denied',
  'group_invited',
  'group_representation_ended',
  'group_share_ready',
  'sign_in_reset',
  'mentioned',
]);
export type NotificationKind = z.infer<typeof notificationKindSchema>;

export const notificationSchema = z.object({
  id: z.uuid(),
  kind: notificationKindSchema,
  /** Worded in the reader's language. */
  text: z.string(),
  /** The case it is about, by number and main type; none where the reader may know nothing of it yet. */
  about: z.object({ number: z.string(), type: z.string() }).nullable(),
  /** A page of ours. */
  link: z.string(),
  at: isoInstant,
  read: z.boolean(),
});
export const notificationsSchema = z.object({ items: z.array(notificationSchema), unread: z.int() });
export type Notifications = z.infer<typeof notificationsSchema>;
export const markNotificationsSchema = z.strictObject({ upTo: isoInstant });
export type MarkNotifications = z.infer<typeof markNotificationsSchema>;
