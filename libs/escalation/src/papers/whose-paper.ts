import { CLAIMANTS_OWN, RESPONDENTS } from '@hejie/cases';
import type { CaseStatus, Relation } from '@hejie/cases/contract';
import type { DisputeType } from '@hejie/law';
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
  injury_application: UNDERWAY,
  settlement_agreement: [...BEFORE, 'mediation_failed', 'escalated'],
  mediation_notice: BEFORE,
  mediation_end_notice: ['mediation_failed', 'escalated'],
  service_receipt: UNDERWAY,
  follow_up_record: [...WITH_AGREEMENT, 'closed'],
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

/** Who reads the claimant's particulars; a fellow worker who was elected, and who holds a letter of authority, has the worker's papers without them. */
export const readsParticulars = (relations: readonly Relation[]): boolean => any(relations, CLAIMANTS_OWN);

const FOR_THE_WORKERS: readonly Relation[] = ['representative', 'delegate'];
/** Of one worker's health, not of what a group has in common or a letter is given for. */
const OF_HEALTH: readonly PaperKind[] = ['injury_application'];

/** As which side somebody produces a paper; null for who does not. `bound`: whether a respondent signed the agreement, where the case has several. What a party gives alone, its own letter, address and draft, is no fellow worker's and no delegate's paper. */
export function sideFor(kind: PaperKind, relations: readonly Relation[], bound = !relations.includes('co_respondent')): PaperSide | null {
  const { of } = templateOf(kind);
  if (of === 'staff') return any(relations, STAFF) ? 'staff' : null;
  if (readsParticulars(relations) || (of !== 'party' && !OF_HEALTH.includes(kind) && any(relations, FOR_THE_WORKERS))) return 'worker';
  // an agreement is between those who sign it
  return any(relations, RESPONDENTS) && (of === 'party' || (of === 'both' && bound)) ? 'respondent' : null;
}

const INJURIES: readonly DisputeType[] = ['WORK_INJURY', 'WORK_DEATH', 'OCCUPATIONAL_DISEASE'];
/** How far recognition is where it need not, or can no longer, be asked for. */
const ASKED_FOR: readonly unknown[] = ['applied', 'yes', 'refused'];

/**
 * Whether a paper is of use to the case now. Confirmations and payment order also need an agreement that allows them, a follow-up one that
 * was made, a settlement that none was, the proof of representatives as many workers as may elect, the application for recognition an
 * injury nobody has applied for yet.
 */
export function ofUse(kind: WrittenKind, facts: CasePaperFacts): boolean {
  const { agreement, today, calendars } = facts;
  if (!STAGES[kind].includes(facts.case.status)) return false;
  if (kind === 'representatives_proof') return mayElect(facts);
  if (kind === 'follow_up_record') return agreement !== null;
  if (kind === 'settlement_agreement') return agreement === null;
  if (kind === 'injury_application') return facts.case.facts.disputeTypes.some((d) => INJURIES.includes(d)) && !ASKED_FOR.includes(facts.case.facts.intake?.['recognition']);
  return !(kind === 'arbitral_review' || kind === 'judicial_confirmation' || kind === 'payment_order') || trackRefusal(kind, agreement, today, calendars) === null;
}

const ASKED: Readonly<Record<PaperSide, readonly string[]>> = { worker: ['worker', 'employer', 'agent', 'party'], respondent: ['employer', 'agent', 'party'], staff: ['staff'] };
const FILLERS: Readonly<Record<PaperSide, readonly Relation[]>> = { worker: ['claimant', 'counsel', 'officer'], respondent: RESPONDENTS, staff: STAFF };

/** Who of the case may fill in for a side. The department reads what the worker's side filled in, and does not write it. */
export const mayFill = (side: PaperSide, relations: readonly Relation[]): boolean => any(relations, FILLERS[side]);

/** Whose form a paper of either party is. */
export const givenBy = (side: PaperSide, kind: PaperKind): Values => (side === 'respondent' && templateOf(kind).of === 'party' ? { 'by.employer': 'yes' } : {});

/** Fields of a paper that a side is asked for: its own, as far as the case does not know them. */
export function askedOf(side: PaperSide, kind: PaperKind, known: Values): FieldId[] {
  return fieldsOf(kind, { ...known, ...givenBy(side, kind) }).filter((field) => ASKED[side].includes(fieldOf(field).of) && (known[field] === null || known[field] === undefined || known[field] === ''));
}
