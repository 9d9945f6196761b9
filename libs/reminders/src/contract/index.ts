import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';

export * from './notification.contract.js';

/** Server to client, without payload: the inbox of this account has changed, here or on another device. */
export const NOTIFICATIONS_CHANGED = 'notifications.changed';

/** A notification is in the inbox; SMS and e-mail follow from it. */
export const notified = defineEvent('reminders.notified.v1', z.object({ notificationId: z.uuid() }));
