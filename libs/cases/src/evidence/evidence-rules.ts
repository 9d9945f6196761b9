import type { Actor } from '@hejie/platform';
import { RESPONDENTS, WORKER_SIDE } from '../case/case-access.js';
import type { DisputeCase } from '../case/dispute-case.entity.js';
import type { CaseStatus, Relation } from '../contract/index.js';
import type { CaseEvidence, EvidenceSide } from './case-evidence.entity.js';

/** Once a case is agreed, handed on or over, its evidence is part of papers that were made from it. */
const REMOVABLE_IN: readonly CaseStatus[] = ['draft', 'filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed'];

/** One's own, not part of the filed application, not shown to the other side, in a case that has not gone on with it. */
export function removable(e: CaseEvidence, actor: Actor, { status, filedAt }: Pick<DisputeCase, 'status' | 'filedAt'>): boolean {
  const filedWith = filedAt !== null && e.side === 'claimant' && e.uploadedAt <= filedAt;
  return e.uploadedBy === actor.accountId && e.visibility === 'private' && !filedWith && REMOVABLE_IN.includes(status);
}

/** Whether somebody has said what it proves, by the lists or in their own words. */
export const bound = (e: Pick<CaseEvidence, 'items' | 'claims' | 'proves'>): boolean => e.items.length + e.claims.length > 0 || e.proves !== '';

const HANDS_IN_FOR_WORKERS: readonly Relation[] = ['claimant', 'representative', 'delegate', 'counsel', 'officer'];

/** On whose behalf somebody with these relations hands evidence in. Who mediates hands in for nobody, whatever else they are to the case. */
export function sideOf(relations: readonly Relation[]): EvidenceSide {
  if (relations.some((r) => RESPONDENTS.includes(r))) return 'respondent';
  if (relations.includes('mediator')) return 'staff';
  return relations.some((r) => HANDS_IN_FOR_WORKERS.includes(r)) ? 'claimant' : 'staff';
}

/** Whose files somebody with these relations may know all about: those of their own side. */
export function sidesOf(relations: readonly Relation[]): EvidenceSide[] {
  const any = (...of: readonly Relation[]) => relations.some((r) => of.includes(r));
  return [...(any(...WORKER_SIDE) ? (['claimant'] as const) : []), ...(any(...RESPONDENTS) ? (['respondent'] as const) : []), ...(any('mediator', 'officer', 'department') ? (['staff'] as const) : [])];
}

/** Whether the evidence is of the side that the relations belong to. */
export function ownSide(evidence: CaseEvidence, relations: readonly Relation[]): boolean {
  return evidence.side === sideOf(relations);
}

/** Shared: everybody at the case; what those who mediate share is of the mediation, so no joint respondent's. Private: the own side; a mediator sees what is shared or their own. @param aside whose files the reader does not see (`SetAside`) */
export function maySee(evidence: CaseEvidence, relations: readonly Relation[], actor: Actor, aside: ReadonlySet<string>): boolean {
  if (aside.has(evidence.uploadedBy)) return false;
  if (evidence.side === 'staff' && relations.every((r) => r === 'co_respondent')) return false;
  if (evidence.visibility === 'shared' || evidence.uploadedBy === actor.accountId) return true;
  if (evidence.side === 'claimant') return relations.some((r) => WORKER_SIDE.includes(r));
  return ownSide(evidence, relations);
}
