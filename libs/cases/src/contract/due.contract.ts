import { isoDate, isoInstant } from '@hejie/platform/contract';
import { z } from 'zod';

/** From how many days before its safe date on something puts a case at risk. */
export const AT_RISK_DAYS = 3;

/** What a case waits for by a day. `instalment` is a date the parties agreed on, a `session_open` is under way; the others are sessions and statutory periods; `statutory` ones have a `title`. */
export const dueKindSchema = z.enum(['mediation_period', 'session', 'session_open', 'instalment', 'arbitral_review', 'judicial_confirmation', 'statutory']);

export const dueThingSchema = z.object({
  kind: dueKindSchema,
  /** What a statutory period is called; null where the kind says it. */
  title: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** The earlier date, to be on the safe side. */
  safeDate: isoDate,
  /** The last day the law still allows, rolled over days off (民法典 Art 203). */
  lastDate: isoDate,
  /** Of a session: when it starts. */
  at: isoInstant.nullable(),
  /** The article a period stands in. */
  source: z.string().nullable(),
  /** What is uncertain about the dates, e.g. a holiday calendar that is not published yet. */
  provisional: z.array(z.object({ zh: z.string(), en: z.string() })),
});
export type DueThing = z.infer<typeof dueThingSchema>;

/** A session is an appointment: missing it loses no right. */
export const isAppointment = ({ kind }: Pick<DueThing, 'kind'>): boolean => kind === 'session' || kind === 'session_open';
