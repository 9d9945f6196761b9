import { CLAIMANTS_OWN } from '@hejie/cases';
import type { CaseStatus, Relation } from '@hejie/cases/contract';
import { fieldOf, fieldsOf, paperKinds, templateOf, type FieldId, type PaperKind, type Values } from '@hejie/papers';
import type { PaperSide } from '../contract/index.js';
import { trackRefusal } from '../escalate/track-fit.js';
import { mayElect, type CasePaperFacts } from './case-values.js';

const BEFORE: readonly CaseStatus[] = ['filed', 'consulting', 'negotiating', 'mediating'];
const UNDERWAY: readonly CaseStatus[] = [...BEFORE, 'mediation_failed', 'agreed', 'escalated'];
const AFTER: readonly CaseStatus[] = ['mediation_failed', 'agreed', 'escalated'];
const WITH_AGREEMENT: readonly CaseStatus[] = ['agreed', 'escalated'];

/** When a paper is of use. What mediation itself makes is there when mediation has made it. */
const STAGES: Readonly<Record<Exclude<PaperKind, 'mediation_minutes' | 'mediation_agreement'>, readonly CaseStatus[]>> = {
  mediation_application: [...BEFORE, 'mediation_failed'],
  evidence_list: UNDERWAY,
  representatives_proof: UNDERWAY,
  power_of_attorney: UNDERWAY,
  service_address: UNDERWAY,
  mediation_notice: BEFORE,
  mediation_end_notice: ['mediation_failed', 'escalated'],
  service_receipt: UNDERWAY,
  arbitral_review: WITH_AGREEMENT,
  judicial_confirmation: WITH_AGREEMENT,
  payment_order: WITH_AGREEMENT,
  arbitration_application: UNDERWAY,
  litigation_complaint: AFTER,
};
export type WrittenKind = keyof typeof STAGES;
export const writtenKinds = paperKinds.filter((kind): kind is WrittenKind => kind in STAGES);

const STAFF: readonly Relation[] = ['mediator', 'officer', 'department'];
const any = (relations: readonly Relation[], of: readonly Relation[]) => relations.some((r) => of.includes(r));

/** Who reads the claimant's particulars; a fellow worker who was elected has the group's papers without them. */
export const readsParticulars = (relations: readonly Relation[]): boolean => any(relations, CLAIMANTS_OWN);

/** As which side somebody produces a paper; null for who does not. What the claimant gives alone is no fellow worker's paper. */
export function sideFor(kind: PaperKind, relations: readonly Relation[]): PaperSide | null {
  const { of } = templateOf(kind);
  if (of === 'staff') return any(relations, STAFF) ? 'staff' : null;
  if (readsParticulars(relations) || (of !== 'party' && relations.includes('representative'))) return 'worker';
  return of !== 'worker' && relations.includes('respondent') ? 'respondent' : null;
}

/** Whether a paper is of use to the case now. Confirmations and payment order also need an agreement that allows them, the proof of representatives as many workers as may elect. */
export function ofUse(kind: WrittenKind, facts: CasePaperFacts): boolean {
  const { agreement, today, calendars } = facts;
  if (!STAGES[kind].includes(facts.case.status)) return false;
  if (kind === 'representatives_proof') return mayElect(facts);
  return !(kind === 'arbitral_review' || kind === 'judicial_confirmation' || kind === 'payment_order') || trackRefusal(kind, agreement, today, calendars) === null;
}

const ASKED: Readonly<Record<PaperSide, readonly string[]>> = { worker: ['worker', 'employer', 'agent', 'party'], respondent: ['employer', 'agent', 'party'], staff: ['staff'] };
const FILLERS: Readonly<Record<PaperSide, readonly Relation[]>> = { worker: ['claimant', 'counsel', 'officer'], respondent: ['respondent'], staff: STAFF };

/** Who of the case may fill in for a side. The department reads what the worker's side filled in, and does not write it. */
export const mayFill = (side: PaperSide, relations: readonly Relation[]): boolean => any(relations, FILLERS[side]);

/** Whose form a paper of either party is. */
export const givenBy = (side: PaperSide, kind: PaperKind): Values => (side === 'respondent' && templateOf(kind).of === 'party' ? { 'by.employer': 'yes' } : {});

/** Fields of a paper that a side is asked for: its own, as far as the case does not know them. */
export function askedOf(side: PaperSide, kind: PaperKind, known: Values): FieldId[] {
  return fieldsOf(kind, { ...known, ...givenBy(side, kind) }).filter((field) => ASKED[side].includes(fieldOf(field).of) && (known[field] === null || known[field] === undefined || known[field] === ''));
}
