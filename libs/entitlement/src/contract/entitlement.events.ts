import { defineEvent } from '@hejie/platform/contract';
import { z } from 'zod';

/** Another holiday calendar counts: dates of every open case may have moved. */
export const calendarsChanged = defineEvent('entitlement.calendars_changed.v1', z.object({ changeId: z.uuid() }));

/** Something happened, or was found out, that may start, end or move a statutory period of the case. */
export const clocksChanged = defineEvent('entitlement.clocks_changed.v1', z.object({ caseId: z.uuid() }));
