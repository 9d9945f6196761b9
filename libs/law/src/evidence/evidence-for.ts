import { holds, type Answers } from '../intake/condition.js';
import { articlesOf, type Article } from '../registry/articles.js';
import type { Step } from '../registry/topic.js';
import type { DisputeType } from '../taxonomy/dispute-types.js';
import { BURDENS, KEEPING } from './burdens.js';
import type { EvidenceItem } from './item.js';
import { ENDING_ITEMS } from './items/ending.js';
import { INJURY_ITEMS } from './items/injury.js';
import { OTHER_ITEMS } from './items/other.js';
import { PAY_ITEMS } from './items/pay.js';
import { RELATIONSHIP } from './items/relationship.js';
import { wayTo } from './ways.js';

export const EVIDENCE_ITEMS: readonly EvidenceItem[] = [...RELATIONSHIP, ...PAY_ITEMS, ...ENDING_ITEMS, ...INJURY_ITEMS, ...OTHER_ITEMS];

/** A thing of the checklist as people read it. */
export interface EvidenceNeed extends Omit<EvidenceItem, 'types' | 'when'> {
  /** How to get it. */
  readonly way: Step;
}

export interface Evidence {
  /** What the worker brings, core before helpful, then what the employer must produce. */
  readonly items: readonly EvidenceNeed[];
  readonly burdens: readonly { readonly fact: Step; readonly who: Step; readonly articles: readonly Article[] }[];
  readonly keeping: readonly Step[];
}

const ofType = (types: readonly DisputeType[] | undefined, disputes: readonly DisputeType[]) => !types || types.some((t) => disputes.includes(t));
const order = (i: EvidenceItem) => (i.heldBy === 'employer' ? 2 : i.weight === 'helpful' ? 1 : 0);

/**
 * The checklist of some disputes in a situation.
 * @param answers of the intake, as far as known: `contract`, `insured`, `work` matter most
 */
export function evidenceFor(disputes: readonly DisputeType[], answers: Answers): Evidence {
  if (disputes.length === 0) return { items: [], burdens: [], keeping: KEEPING };
  return {
    items: EVIDENCE_ITEMS.filter((i) => ofType(i.types, disputes) && holds(i.when, answers))
      .sort((a, b) => order(a) - order(b))
      .map(needOf),
    burdens: BURDENS.filter((b) => ofType(b.types, disputes)).map(({ fact, who, source }) => ({ fact, who, articles: articlesOf(source) })),
    keeping: KEEPING,
  };
}

function needOf({ id, item, proves, weight, heldBy }: EvidenceItem): EvidenceNeed {
  return { id, item, proves, weight, heldBy, way: wayTo({ id, heldBy }) };
}

const BY_ID = new Map(EVIDENCE_ITEMS.map((i) => [i.id, i]));

/** A thing of any checklist by its id; undefined where there is none. */
export function evidenceNeed(id: string): EvidenceNeed | undefined {
  const found = BY_ID.get(id);
  return found && needOf(found);
}
