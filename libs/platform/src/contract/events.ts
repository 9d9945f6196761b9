import { z } from 'zod';

/** A fact one context announces to the others, e.g. `cases.case_filed.v1`. */
export interface EventDefinition<P = unknown> {
  readonly topic: string;
  readonly payload: z.ZodType<P>;
}

/**
 * Declares an outbox event. The topic is `<context>.<noun_past_tense>.v<n>`; a change of payload
 * that old rows would not satisfy needs a new version.
 */
export function defineEvent<P>(topic: string, payload: z.ZodType<P>): EventDefinition<P> {
  if (!/^[a-z]+\.[a-z_]+\.v\d+$/.test(topic)) throw new Error(`event topic ${topic} is not <context>.<fact>.v<n>`);
  return { topic, payload };
}
