import { SHIPPED_CALENDARS, type Calendars } from '../dates/holiday-calendar.js';
import { TOPICS } from '../topics.js';
import { articlesOf, type Article } from './articles.js';
import type { Outcome, Step, Topic, Unit } from './topic.js';
import { NOT_A_LEGAL_OPINION } from './warnings.js';

/** A rule's answer with everything a person needs in order to check it. */
export interface Answer<O = unknown> {
  readonly topic: string;
  readonly title: Step;
  readonly unit: Unit;
  readonly value: O;
  readonly working: readonly Step[];
  readonly articles: readonly Article[];
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly warnings: readonly Step[];
}

/** The question names no rule, or its input does not fit the rule's schema. */
export class BadQuestion extends Error {
  override readonly name = 'BadQuestion';
}

/**
 * Asks a rule by name.
 * @param calendars the holiday arrangements that are known; those of the library where nobody keeps a table
 * @throws BadQuestion naming an unknown topic or what is wrong with the input
 * @throws NotLoaded when a local figure it needs was not given
 */
export function ask(topic: string, input: unknown, calendars: Calendars = SHIPPED_CALENDARS): Answer {
  const rule = TOPICS.get(topic);
  if (!rule) throw new BadQuestion(`no topic ${topic}; there are: ${[...TOPICS.keys()].join(', ')}`);
  const parsed = rule.input.safeParse(input);
  if (!parsed.success) throw new BadQuestion(parsed.error.issues.map((i) => [i.path.join('.'), i.message].filter(Boolean).join(': ')).join('; '));
  return answered(rule, rule.evaluate(parsed.data, calendars));
}

function answered(rule: Topic<never>, outcome: Outcome<unknown>): Answer {
  const { topic, title, unit, effectiveFrom, effectiveTo } = rule;
  return {
    topic,
    title,
    unit,
    value: outcome.value,
    working: outcome.working,
    articles: articlesOf(outcome.source ?? rule.source),
    effectiveFrom,
    effectiveTo,
    warnings: [...outcome.warnings, NOT_A_LEGAL_OPINION],
  };
}
