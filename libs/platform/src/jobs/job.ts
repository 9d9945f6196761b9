import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { EventDefinition } from '../contract/index.js';

/** A job somebody may ask for by name; the payload carries ids, and the handler re-reads by them. */
export interface JobDefinition<P = unknown> {
  /** `<context>.<verb-noun>`, e.g. `escalation.compile-packet`. */
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** Tries before the job is given up; waits double from 1 s between them. */
  readonly attempts: number;
}

export function defineJob<P>(definition: JobDefinition<P>): JobDefinition<P> {
  return definition;
}

export const HANDLES_JOB = 'hejie:job';
export const HANDLES_EVENT = 'hejie:event';
export const HANDLES_SCHEDULE = 'hejie:schedule';

/** The method that does a job: `(payload) => Promise<void>`. At least once, so it must be idempotent. */
export const HandlesJob = (definition: JobDefinition<never> | JobDefinition) => SetMetadata(HANDLES_JOB, definition);

export interface Subscription {
  readonly event: EventDefinition<never> | EventDefinition;
  /** Unique name of this reaction, e.g. `reminders.plan-session`. It is part of stored rows: never rename. */
  readonly subscriber: string;
}

/** The method that reacts to an outbox event: `(payload, eventId, at) => Promise<void>`, `at` being when it happened. At least once, in no promised order. */
export const OnEvent = (event: Subscription['event'], subscriber: string) =>
  SetMetadata(HANDLES_EVENT, { event, subscriber } satisfies Subscription);

export interface Schedule {
  readonly name: string;
  /** Either every so many milliseconds, or a cron pattern in Asia/Shanghai. */
  readonly every?: number;
  readonly cron?: string;
}

/** The method that runs on a schedule, on one worker at a time: `() => Promise<void>`. */
export const OnSchedule = (schedule: Schedule) => SetMetadata(HANDLES_SCHEDULE, schedule);
