import { cases } from '@hejie/cases';
import { entitlement } from '@hejie/entitlement';
import { escalation } from '@hejie/escalation';
import { identity } from '@hejie/identity';
import { insight } from '@hejie/insight';
import { lawyers } from '@hejie/lawyers';
import { mediation } from '@hejie/mediation';
import type { ContextDefinition } from '@hejie/platform';
import { reminders } from '@hejie/reminders';
import { rooms } from '@hejie/rooms';

/** The bounded contexts of the product, in the order their migrations depend on each other. */
export const contexts: readonly ContextDefinition[] = [identity, cases, rooms, lawyers, mediation, escalation, entitlement, reminders, insight];
