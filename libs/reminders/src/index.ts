import type { ContextDefinition } from '@hejie/platform';
import { roleSchema } from '@hejie/platform/contract';
import { en } from './locales/en.js';
import { zhCN } from './locales/zh-CN.js';
import { CreateReminders1700000007000 } from './migrations/1700000007000-create-reminders.js';
import { RetryReminders1700000007100 } from './migrations/1700000007100-retry-reminders.js';
import { Notification } from './notifications/notification.entity.js';
import { Reminder } from './plan/reminder.entity.js';
import { RemindersModule } from './reminders.module.js';

export const reminders: ContextDefinition = {
  name: 'reminders',
  module: RemindersModule,
  entities: [Notification, Reminder],
  migrations: [CreateReminders1700000007000, RetryReminders1700000007100],
  policy: { 'reminders.inbox.read': roleSchema.options },
  refusals: {},
  messages: { 'zh-CN': zhCN, en },
};
