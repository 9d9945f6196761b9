import type { CaseMove, CaseOutcome, CaseStatus, Relation } from '../contract/index.js';

interface Transition {
  readonly from: readonly CaseStatus[];
  readonly to: CaseStatus;
  /** Relations that may ask for it at the door; empty: it comes about through a door of its own or another context. */
  readonly by: readonly Relation[];
  readonly outcome?: CaseOutcome;
}

/** Every legal move of a case. Nothing else changes a status: `CaseLifecycle` makes them, but for `file`, which comes with a case's first facts (`FileCase`, `Filings`). */
export const CASE_LIFECYCLE: Readonly<Record<CaseMove, Transition>> = {
  file: { from: ['draft'], to: 'filed', by: ['claimant'] },
  assign_counsel: { from: ['filed'], to: 'consulting', by: [] },
  negotiate: { from: ['filed', 'consulting'], to: 'negotiating', by: ['claimant', 'counsel', 'officer'] },
  mediate: { from: ['filed', 'consulting', 'negotiating', 'mediation_failed'], to: 'mediating', by: ['claimant', 'counsel', 'mediator', 'officer'] },
  fail_mediation: { from: ['mediating'], to: 'mediation_failed', by: [] },
  agree: { from: ['mediating', 'negotiating'], to: 'agreed', by: [] },
  perform: { from: ['agreed'], to: 'closed', by: ['claimant', 'counsel', 'officer'], outcome: 'settled' },
  paid_after_contact: { from: ['filed', 'consulting', 'negotiating'], to: 'closed', by: ['officer', 'counsel'], outcome: 'paid_after_contact' },
  escalate: { from: ['filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed', 'agreed'], to: 'escalated', by: ['claimant', 'counsel', 'officer'] },
  decide: { from: ['escalated'], to: 'closed', by: [], outcome: 'awarded' },
  withdraw: { from: ['filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed'], to: 'withdrawn', by: ['claimant'] },
  refuse: { from: ['filed'], to: 'closed', by: [], outcome: 'refused' },
};

const moves = Object.keys(CASE_LIFECYCLE) as CaseMove[];

/** Moves that a person with these relations may ask for now. */
export function allowedMoves(status: CaseStatus, relations: readonly Relation[]): CaseMove[] {
  return moves.filter((m) => CASE_LIFECYCLE[m].from.includes(status) && CASE_LIFECYCLE[m].by.some((r) => relations.includes(r)));
}
