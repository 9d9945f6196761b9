import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';

export * from './notification.contract.js';

/** A notification is in the inbox; SMS and e-mail follow from it. */
export const notified = defineEvent('reminders.notified.v1', z.object({ notificationId: z.uuid() }));
