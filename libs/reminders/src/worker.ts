import { Module } from '@nestjs/common';
import { CasesModule } from '@hejie/cases';
import { EntitlementModule } from '@hejie/entitlement';
import { LawyersModule } from '@hejie/lawyers';
import { MediationModule } from '@hejie/mediation';
import { RoomsModule } from '@hejie/rooms';
import { Notifier } from './notifications/notifier.js';
import { SendNotification } from './notifications/send-notification.js';
import { MentionNews } from './plan/mention-news.js';
import { Planner } from './plan/planner.js';
import { SessionNews } from './plan/session-news.js';
import { SignInNews } from './plan/sign-in-news.js';
import { StillTrue } from './plan/still-true.js';
import { SweepReminders } from './plan/sweep-reminders.js';

@Module({ imports: [CasesModule, EntitlementModule, LawyersModule, MediationModule, RoomsModule], providers: [MentionNews, Notifier, Planner, SendNotification, SessionNews, SignInNews, StillTrue, SweepReminders] })
export class RemindersWorkerModule {}
