import type { Type } from '@nestjs/common';
import { CasesWorkerModule } from '@hejie/cases/worker';
import { EscalationWorkerModule } from '@hejie/escalation/worker';
import { IdentityWorkerModule } from '@hejie/identity/worker';
import { InsightWorkerModule } from '@hejie/insight/worker';
import { LawyersWorkerModule } from '@hejie/lawyers/worker';
import { MediationWorkerModule } from '@hejie/mediation/worker';
import { RemindersWorkerModule } from '@hejie/reminders/worker';

/** The worker side of every context: job handlers and reactions to events. */
export const workerModules: readonly Type[] = [IdentityWorkerModule, CasesWorkerModule, LawyersWorkerModule, MediationWorkerModule, EscalationWorkerModule, RemindersWorkerModule, InsightWorkerModule];
