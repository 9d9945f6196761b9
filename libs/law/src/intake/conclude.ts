import { evidenceFor, type Evidence } from '../evidence/evidence-for.js';
import { SHIPPED_CALENDARS, type Calendars } from '../dates/holiday-calendar.js';
import { articlesOf, type Article } from '../registry/articles.js';
import type { Step } from '../registry/topic.js';
import type { ClaimBasis } from '../claims/claim-basis.js';
import { CLAIM_BUILDERS } from '../claims/index.js';
import { CLAIM_KINDS, type ClaimKind } from '../taxonomy/claim-kinds.js';
import type { DisputeType } from '../taxonomy/dispute-types.js';
import { clockOf, type Clock } from './clock.js';
import { holds, type Answers } from './condition.js';
import { Facts } from './facts.js';
import { CLOCKS } from './findings/clocks.js';
import { NOTES } from './findings/notes.js';
import { REFERRALS, type Referral } from './findings/referrals.js';
import { TYPE_RULES } from './findings/types.js';
import { relevantAnswers } from './walk.js';

export interface Conclusion {
  /** `out`: nothing of it is for labour mediation; `partly`: some of it has its place elsewhere. */
  readonly scope: 'in' | 'partly' | 'out';
  readonly primaryType: DisputeType | null;
  readonly disputeTypes: readonly DisputeType[];
  /** What can be asked for, with the questions to the rules that count it. */
  readonly claims: readonly { readonly kind: ClaimKind; readonly title: Step; readonly basis: ClaimBasis }[];
  readonly referrals: readonly (Omit<Referral, 'when' | 'source'> & { readonly articles: readonly Article[] })[];
  readonly notes: readonly { readonly id: string; readonly text: Step; readonly articles: readonly Article[] }[];
  readonly evidence: Evidence;
  /** Soonest last day first, those that wait for a date at the end. */
  readonly clocks: readonly Clock[];
}

/** What the answers are about: the disputes, what can be asked for, and what has its place elsewhere. @param kept answers that count */
export function mattersOf(kept: Answers) {
  const rules = TYPE_RULES.filter((r) => holds(r.when, kept));
  const claims = [...new Set(rules.flatMap((r) => r.claims))].map((kind) => ({ kind, title: { zh: CLAIM_KINDS[kind].zh, en: CLAIM_KINDS[kind].en } }));
  return {
    // being a group or past retirement age is no dispute by itself
    disputeTypes: claims.length ? [...new Set(rules.map((r) => r.type))] : [],
    claims,
    referrals: REFERRALS.filter((r) => holds(r.when, kept)).map(({ id, because, goTo, phone, source }) => ({ id, because, goTo, phone, articles: articlesOf(source) })),
  };
}

/** What the answers come to. Answers that no longer count are left out; unanswered questions are missing facts. */
export function conclude(answers: Answers, calendars: Calendars = SHIPPED_CALENDARS): Conclusion {
  const kept = relevantAnswers(answers);
  const facts = new Facts(kept);
  const { disputeTypes, claims, referrals } = mattersOf(kept);
  return {
    scope: disputeTypes.length === 0 ? 'out' : referrals.length > 0 ? 'partly' : 'in',
    primaryType: disputeTypes[0] ?? null,
    disputeTypes,
    claims: claims.map((claim) => ({ ...claim, basis: CLAIM_BUILDERS[claim.kind](facts, null) })),
    referrals,
    notes: NOTES.filter((n) => holds(n.when, kept)).map(({ id, text, source }) => ({ id, text, articles: articlesOf(source) })),
    evidence: evidenceFor(disputeTypes, kept),
    clocks: CLOCKS.filter((c) => holds(c.when, kept)).map((c) => clockOf(c, facts, calendars)).sort(bySoonest),
  };
}

const bySoonest = (a: Clock, b: Clock) => (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999');
