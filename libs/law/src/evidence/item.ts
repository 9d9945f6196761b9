import type { Condition } from '../intake/condition.js';
import { say, type Step } from '../registry/topic.js';
import type { DisputeType } from '../taxonomy/dispute-types.js';

/** One thing to bring, or to have the other side produce. */
export interface EvidenceItem {
  readonly id: string;
  readonly item: Step;
  readonly proves: Step;
  readonly weight: 'core' | 'helpful';
  /** What the employer holds it must produce; refusing has the consequence that it is taken as shown (劳动争议调解仲裁法 Art 6, 39). */
  readonly heldBy: 'worker' | 'employer';
  /** Of these disputes; of every one if absent. */
  readonly types?: readonly DisputeType[];
  /** In this situation only, by the answers of the intake. */
  readonly when?: Condition;
}

interface More {
  readonly types?: readonly DisputeType[];
  readonly when?: Condition;
}

const item = (weight: EvidenceItem['weight'], heldBy: EvidenceItem['heldBy']) =>
  (id: string, [zh, en]: readonly [string, string], [provesZh, provesEn]: readonly [string, string], more: More = {}): EvidenceItem => ({
    id, item: say(zh, en), proves: say(provesZh, provesEn), weight, heldBy, ...more,
  });

/** ★ of the worker, ○ of the worker, and what the employer holds. */
export const core = item('core', 'worker');
export const helpful = item('helpful', 'worker');
export const employers = item('core', 'employer');
