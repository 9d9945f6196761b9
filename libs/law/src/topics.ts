import { collectiveEffectTopic, earliestReviewTopic } from './deadlines/appraisal-and-collective.js';
import { deadlineRuleTopic } from './deadlines/deadline-rules.js';
import { limitationTopic } from './deadlines/limitation.js';
import { periodTopic } from './deadlines/period.js';
import type { Topic } from './registry.js';

/** Every rule that can be asked by name. */
export const TOPICS: ReadonlyMap<string, Topic<never>> = new Map(
  [deadlineRuleTopic, periodTopic, earliestReviewTopic, collectiveEffectTopic, limitationTopic].map((t) => [t.topic, t as unknown as Topic<never>]),
);
