import { claimKinds } from '@hejie/law';
import { fen, isoDate, isoInstant, requestId } from '@hejie/platform/contract';
import { z } from 'zod';
import { partyKeySchema, respondentKeySchema, sideSchema } from './party.contract.js';
import { termsSchema } from './terms.contract.js';

/** Server to client, without payload: where one is in a session, or who is at its door, has changed. What is said in its rooms rings by itself. */
export const SESSION_CHANGED = 'session.changed';

/** Where somebody is. `caucus` is always one's own side's. */
export const placeSchema = z.enum(['waiting', 'joint', 'caucus']);
export type Place = z.infer<typeof placeSchema>;
export const sessionStatusSchema = z.enum(['scheduled', 'open', 'closed', 'cancelled']);
export const sessionOutcomeSchema = z.enum(['agreed', 'failed', 'adjourned']);
export type SessionOutcome = z.infer<typeof sessionOutcomeSchema>;
export const proposalStateSchema = z.enum(['open', 'accepted', 'refused', 'countered', 'withdrawn', 'expired']);
export type ProposalState = z.infer<typeof proposalStateSchema>;

/** Who sees a proposal: everybody, or one party with the mediator until the mediator forwards it. */
export const proposalAudienceSchema = z.union([z.enum(['all', 'claimant', 'respondent']), z.uuid()]);
export type ProposalAudience = z.infer<typeof proposalAudienceSchema>;

export const scheduleSessionSchema = z.strictObject({
  requestId,
  startsAt: isoInstant,
  minutes: z.int().min(15).max(480),
  mode: z.enum(['online', 'onsite']),
  place: z.string().trim().max(200).optional(),
  mediatorId: z.uuid().optional(),
});
export type ScheduleSession = z.infer<typeof scheduleSessionSchema>;

export const placeParticipantSchema = z.strictObject({ accountId: z.uuid(), to: z.enum(['joint', 'caucus', 'waiting']) });
export type PlaceParticipant = z.infer<typeof placeParticipantSchema>;
export const presentEvidenceSchema = z.strictObject({ evidenceId: z.uuid() });
export type PresentEvidence = z.infer<typeof presentEvidenceSchema>;
export const disclosureSchema = z.strictObject({ statement: z.string().trim().min(1).max(1000) });
export type Disclosure = z.infer<typeof disclosureSchema>;
/** Why a mediator is replaced. */
export const changeCauseSchema = z.enum(['conflict', 'illness', 'other']);
export type ChangeCause = z.infer<typeof changeCauseSchema>;
/** Without a `mediatorId` the one with the fewest sessions ahead. */
export const changeMediatorSchema = z.strictObject({ requestId, mediatorId: z.uuid().optional(), cause: changeCauseSchema, note: z.string().trim().max(500).default('') });
export type ChangeMediator = z.infer<typeof changeMediatorSchema>;
export const closeSessionSchema = z.strictObject({
  outcome: sessionOutcomeSchema,
  reason: z.string().trim().max(500).optional(),
  /** Facts both sides do not dispute; written down when mediation fails. */
  undisputedFacts: z.string().trim().max(4000).optional(),
  /** When an adjourned session goes on: the next session is scheduled with the same people. */
  nextStartsAt: isoInstant.optional(),
});
export type CloseSession = z.infer<typeof closeSessionSchema>;

export const termsProposalSchema = z.strictObject({ requestId, terms: termsSchema });
export type TermsProposal = z.infer<typeof termsProposalSchema>;
/** Left out, the proposal goes to everybody. A side can keep it with the mediator only in its own caucus. */
export const makeProposalSchema = termsProposalSchema.extend({ audience: proposalAudienceSchema.optional() });
export type MakeProposal = z.infer<typeof makeProposalSchema>;

export const proposalSchema = z.object({
  id: z.uuid(),
  bySide: sideSchema,
  /** Of an offer of a respondent beside the employer. */
  byRespondent: z.uuid().optional(),
  byName: z.string(),
  audience: proposalAudienceSchema,
  terms: termsSchema,
  state: proposalStateSchema,
  /** While it is open a party is told only of its own acceptance. */
  acceptedSides: z.array(partyKeySchema),
  madeAt: isoInstant,
  decidedAt: isoInstant.nullable(),
});
export type ProposalView = z.infer<typeof proposalSchema>;

export const sessionSchema = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  caseNumber: z.string(),
  status: sessionStatusSchema,
  outcome: sessionOutcomeSchema.nullable(),
  startsAt: isoInstant,
  minutes: z.int(),
  mode: z.enum(['online', 'onsite']),
  place: z.string().nullable(),
  mySide: sideSchema.nullable(),
  closeReason: z.string().nullable(),
  disclosure: z.string().nullable(),
  /** Where a case has several respondents: all of them, the employer first; and which of them I stand for. */
  respondents: z.array(z.object({ key: respondentKeySchema, number: z.int(), name: z.string() })).optional(),
  myRespondent: respondentKeySchema.optional(),
  /** Rooms I may know of: the joint one, my own caucus, all for the mediator. `respondent`: whose caucus it is, where it is not the employer's. */
  rooms: z.array(z.object({ id: z.uuid(), kind: z.enum(['joint', 'caucus_claimant', 'caucus_respondent']), locked: z.boolean(), respondent: z.uuid().optional() })),
  participants: z.array(z.object({ accountId: z.uuid(), name: z.string(), side: sideSchema, respondent: z.uuid().optional(), place: placeSchema, consented: z.boolean(), arrived: z.boolean(), muted: z.boolean() })),
  /** Parties that had not come ten minutes after the start. */
  absent: z.array(partyKeySchema),
  proposals: z.array(proposalSchema),
  agreementId: z.uuid().nullable(),
});
export type SessionView = z.infer<typeof sessionSchema>;
export const sessionListItemSchema = sessionSchema.omit({ respondents: true, myRespondent: true, rooms: true, participants: true, absent: true, proposals: true, agreementId: true, mySide: true, closeReason: true, disclosure: true });
export const sessionListSchema = z.object({ items: z.array(sessionListItemSchema) });
export const listSessionsSchema = z.strictObject({ from: isoInstant.optional(), to: isoInstant.optional() });
export type ListSessions = z.infer<typeof listSessionsSchema>;
export const mediatorsSchema = z.object({ items: z.array(z.object({ accountId: z.uuid(), name: z.string() })) });

export const agreementStatusSchema = z.enum(['signing', 'sealed', 'void']);
export const signatureSchema = z.object({
  role: partyKeySchema,
  name: z.string(),
  mine: z.boolean(),
  readAt: isoInstant.nullable(),
  signedAt: isoInstant.nullable(),
});
/** What one claim is measured by: the law's own figure with its working, or what was asked for. */
export const fairnessLineSchema = z.object({
  kind: z.enum(claimKinds),
  basis: z.enum(['law', 'claimed']),
  amountFen: fen,
  source: z.string().nullable(),
  working: z.array(z.object({ zh: z.string(), en: z.string() })),
});
export type FairnessLine = z.infer<typeof fairnessLineSchema>;
/** 显失公平提示 (民法典 Art 151): the agreement is far under what the worker could ask for. `percent`: how much of it is agreed. */
export const fairnessSchema = z.object({ referenceFen: fen, percent: z.int(), lines: z.array(fairnessLineSchema) });
export type Fairness = z.infer<typeof fairnessSchema>;

export const agreementSchema = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  number: z.string(),
  status: agreementStatusSchema,
  method: z.enum(['online', 'onsite']),
  claimantName: z.string(),
  employerName: z.string(),
  /** Where the case has several respondents: those it binds, and those it does not. */
  respondents: z.array(z.object({ key: respondentKeySchema, number: z.int(), name: z.string(), bound: z.boolean() })).optional(),
  terms: termsSchema,
  amountInWords: z.string(),
  signatures: z.array(signatureSchema),
  sha256: z.string().nullable(),
  sealedAt: isoInstant.nullable(),
  instalments: z.array(z.object({ n: z.int(), dueDate: isoDate, amountFen: fen, by: respondentKeySchema.optional(), paidAt: isoInstant.nullable() })),
  /** To be confirmed by mediator and worker before either signs; not shown to the employer's side. */
  fairness: fairnessSchema.extend({ confirmed: z.object({ claimant: isoInstant.nullable(), mediator: isoInstant.nullable() }), mineToConfirm: z.boolean() }).nullable(),
});
export type AgreementView = z.infer<typeof agreementSchema>;
export const agreementListSchema = z.object({ items: z.array(agreementSchema) });
export const signSchema = z.strictObject({
  /** The fresh code sent to the signer's phone; staff sign with their signed-in session. */
  code: z.string().regex(/^\d{6}$/).optional(),
});
export type Sign = z.infer<typeof signSchema>;
export const onsiteResultSchema = z.strictObject({
  requestId,
  terms: termsSchema,
  signedOn: isoDate,
  evidenceId: z.uuid(),
  /** Who signed for the employer; needed when nobody of the employer has an account on the case. */
  respondentRepresentative: z.string().trim().min(1).max(60).optional(),
  /** The same of those beside the employer. */
  otherRepresentatives: z.array(z.strictObject({ respondent: z.uuid(), name: z.string().trim().min(1).max(60) })).max(4).optional(),
  /** That the warning of manifest unfairness was explained to the worker, who confirmed it; needed where the amount calls for it. */
  fairnessConfirmed: z.literal(true).optional(),
});
export type OnsiteResult = z.infer<typeof onsiteResultSchema>;
export const paidSchema = z.strictObject({ evidenceId: z.uuid().optional() });
export type Paid = z.infer<typeof paidSchema>;

export const verifySchema = z.strictObject({ number: z.string().trim().min(1).max(40), hash: z.string().trim().toLowerCase().regex(/^[0-9a-f]{64}$/) });
export type Verify = z.infer<typeof verifySchema>;
/** Says that a sealed agreement with this number has this hash; nothing of whom or what. */
export const verifiedSchema = z.object({ valid: z.boolean(), number: z.string().nullable(), sealedOn: isoDate.nullable(), organisation: z.string().nullable() });
