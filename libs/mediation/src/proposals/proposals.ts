import { Injectable } from '@nestjs/common';
import { Delegations } from '@hejie/cases';
import { Clock, newId, notFound, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import { DraftAgreement } from '../agreements/draft-agreement.js';
import { boundBy, keyOf, partyOf, proposalMade, type MakeProposal, type Party, type PartyKey, type ProposalAudience, type ProposalState, type TermsProposal } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { Caucuses } from '../sessions/caucuses.js';
import type { MediationSession } from '../sessions/mediation-session.entity.js';
import { SessionAccess } from '../sessions/session-access.js';
import { ShareRules } from '../shares/share-rules.js';
import { BindingRules } from './binding-rules.js';
import { Proposal } from './proposal.entity.js';

/** Whether a party (null for the department looking on) may know of a proposal at all. */
export function canSee({ audience }: Pick<Proposal, 'audience'>, party: Party | null): boolean {
  return audience === 'all' || party?.side === 'mediator' || (party !== null && audience === keyOf(party));
}

/** Offers and what becomes of them. The session's row lock puts every act in one order, so each offer ends once. */
@Injectable()
export class Proposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
    private readonly caucuses: Caucuses,
    private readonly binding: BindingRules,
    private readonly agreements: DraftAgreement,
    private readonly shareRules: ShareRules,
    private readonly delegations: Delegations,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Puts an offer on the table, or before one party and the mediator only. Safe to repeat by request id. @throws NOT_FOUND, SESSION_STATE, PROPOSAL_PENDING, TERMS_RESPONDENTS_UNFIT */
  async make(actor: Actor, sessionId: string, input: MakeProposal): Promise<void> {
    const { session: of, party, byLetter } = await this.access.require(actor, sessionId);
    if (byLetter) await this.checkLetter(actor, of.caseId, input.terms.totalFen);
    const audience = input.audience ?? 'all';
    if (!canSee({ audience }, party) || (party.side === 'mediator' && !(await this.hasRoom(of, audience)))) throw notFound();
    await this.work.run(async (tx) => {
      const session = await this.lockOpen(tx, actor, sessionId, party);
      if (await tx.existsBy(Proposal, { sessionId, requestId: input.requestId })) return;
      if (await tx.existsBy(Proposal, { sessionId, state: 'open', audience })) throw refuse('PROPOSAL_PENDING');
      await this.refuseAfterAgreement(tx, sessionId);
      await this.table(tx, session, actor, party, audience, input);
    });
  }

  /** Answers another party's offer with one's own, which binds the same respondents unless it says otherwise; the old one is countered for all. @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_OWN, PROPOSAL_NOT_BOUND, TERMS_RESPONDENTS_UNFIT */
  async counter(actor: Actor, proposalId: string, input: TermsProposal): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, party, byLetter) => {
      if (await tx.existsBy(Proposal, { sessionId: session.id, requestId: input.requestId })) return;
      this.checkOpen(proposal);
      if (keyOfOffer(proposal) === keyOf(party)) throw refuse('PROPOSAL_OWN');
      this.checkConcerned(proposal, party);
      if (byLetter) await this.checkLetter(actor, session.caseId, input.terms.totalFen);
      await this.end(tx, session, proposal, 'countered', actor);
      const { binds } = proposal.terms;
      await this.table(tx, session, actor, party, proposal.audience, binds && !input.terms.binds ? { ...input, terms: { ...input.terms, binds } } : input);
    });
  }

  /**
   * Accepts another party's offer. It needs the claimant and every respondent it binds, but for whoever made it; then an agreement is drafted from it.
   * @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_OWN, PROPOSAL_NOT_BOUND
   */
  async accept(actor: Actor, proposalId: string): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, party, byLetter) => {
      const [mine, own] = [keyOf(party), keyOfOffer(proposal)];
      if (proposal.state === 'accepted' && proposal.acceptedSides.includes(mine)) return;
      this.checkOpen(proposal);
      if (own === mine || party.side === 'mediator') throw refuse('PROPOSAL_OWN');
      this.checkConcerned(proposal, party);
      if (byLetter) await this.delegations.require(actor, session.caseId, 'settle', proposal.terms.totalFen);
      await this.shareRules.check(session.caseId, proposal.terms);
      const acceptedSides = [...new Set([...proposal.acceptedSides, mine])];
      const needed = ['claimant', ...boundBy(proposal.terms)].filter((key) => key !== own);
      await tx.update(Proposal, { id: proposal.id }, { acceptedSides });
      if (!needed.every((s) => acceptedSides.includes(s))) return;
      await this.end(tx, session, proposal, 'accepted', actor);
      // what else lay before one side is overtaken
      await tx.update(Proposal, { sessionId: session.id, state: 'open' }, { state: 'expired', decidedAt: this.clock.now() });
      await this.agreements.fromProposal(tx, session, proposal);
    });
  }

  /** @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_OWN, PROPOSAL_NOT_BOUND */
  async refuse(actor: Actor, proposalId: string): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, party) => {
      this.checkOpen(proposal);
      if (keyOfOffer(proposal) === keyOf(party) || party.side === 'mediator') throw refuse('PROPOSAL_OWN');
      this.checkConcerned(proposal, party);
      await this.end(tx, session, proposal, 'refused', actor);
    });
  }

  /** Takes one's own side's offer back. @throws NOT_FOUND, PROPOSAL_DECIDED */
  async withdraw(actor: Actor, proposalId: string): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, party) => {
      if (keyOfOffer(proposal) !== keyOf(party)) throw notFound();
      this.checkOpen(proposal);
      await this.end(tx, session, proposal, 'withdrawn', actor);
    });
  }

  /** The mediator brings before everybody what one side had seen so far, as it stands. Again is harmless. @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_PENDING */
  async forward(actor: Actor, proposalId: string): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, party) => {
      if (party.side !== 'mediator') throw notFound();
      if (proposal.audience === 'all') return;
      this.checkOpen(proposal);
      if (await tx.existsBy(Proposal, { sessionId: session.id, state: 'open', audience: 'all' })) throw refuse('PROPOSAL_PENDING');
      await tx.update(Proposal, { id: proposal.id }, { audience: 'all' });
      await this.announce(tx, session, { ...proposal, audience: 'all' }, actor);
    });
  }

  private async decide(
    actor: Actor,
    proposalId: string,
    act: (tx: Tx, session: MediationSession, proposal: Proposal, party: Party, byLetter: boolean) => Promise<void>,
  ): Promise<string> {
    const found = await this.dataSource.getRepository(Proposal).findOneBy({ id: proposalId });
    if (!found) throw notFound();
    const { party, byLetter } = await this.access.require(actor, found.sessionId);
    await this.work.run(async (tx) => {
      const session = await this.lockOpen(tx, actor, found.sessionId, party);
      const proposal = await tx.findOneByOrFail(Proposal, { id: proposalId });
      if (!canSee(proposal, party)) throw notFound();
      if (byLetter) await this.delegations.require(actor, session.caseId, 'negotiate');
      await act(tx, session, proposal, party, byLetter);
    });
    return found.sessionId;
  }

  /** @throws NOT_FOUND for whoever was put out of the case, or came to speak for somebody else, while this waited for the lock */
  private async lockOpen(tx: Tx, actor: Actor, sessionId: string, party: Party): Promise<MediationSession> {
    const session = await this.access.lock(tx, sessionId);
    if (keyOf((await this.access.require(actor, sessionId)).party) !== keyOf(party)) throw notFound();
    if (session.status !== 'open') throw refuse('SESSION_STATE');
    return session;
  }

  /** Who offers by a letter of authority may negotiate, and offers nothing they may not settle for. @throws DELEGATION_ENDED, DELEGATION_SCOPE */
  private async checkLetter(actor: Actor, caseId: string, totalFen: number): Promise<void> {
    await this.delegations.require(actor, caseId, 'negotiate');
    await this.delegations.require(actor, caseId, 'settle', totalFen);
  }

  private checkOpen(proposal: Proposal): void {
    if (proposal.state !== 'open') throw refuse('PROPOSAL_DECIDED', { extra: { state: proposal.state } });
  }

  /** Whom an offer does not bind neither accepts nor ends it. */
  private checkConcerned(proposal: Proposal, party: Party): void {
    if (party.side === 'respondent' && !boundBy(proposal.terms).includes(keyOf(party))) throw refuse('PROPOSAL_NOT_BOUND');
  }

  /** Whether a room of the session is that of an audience; a respondent of which nobody has sat has none. */
  private async hasRoom(session: MediationSession, audience: ProposalAudience): Promise<boolean> {
    if (audience === 'all') return true;
    const { side, respondentId } = partyOf(audience);
    return (await this.caucuses.roomsOf(session)).some((r) => r.kind === `caucus_${side}` && r.respondentId === respondentId);
  }

  private async refuseAfterAgreement(tx: Tx, sessionId: string): Promise<void> {
    if (await tx.existsBy(Proposal, { sessionId, state: 'accepted' })) throw refuse('SESSION_STATE');
  }

  private async table(tx: Tx, session: MediationSession, actor: Actor, party: Party, audience: ProposalAudience, { requestId, terms: offered }: TermsProposal): Promise<void> {
    await this.shareRules.check(session.caseId, offered);
    const terms = await this.binding.settle(session.caseId, offered, party);
    const bySide = party.side;
    const id = newId();
    await tx.insert(Proposal, {
      id,
      sessionId: session.id,
      requestId,
      madeBy: actor.accountId,
      bySide,
      byRespondentId: party.respondentId,
      audience,
      terms: terms as object,
      state: 'open',
      acceptedSides: [],
      madeAt: this.clock.now(),
      decidedAt: null,
    });
    await this.announce(tx, session, { id, bySide, audience, terms }, actor);
  }

  /** Only in the room of those who may see it; other contexts hear of what everybody sees. */
  private async announce(tx: Tx, session: MediationSession, p: Pick<Proposal, 'id' | 'bySide' | 'audience' | 'terms'>, actor: Actor): Promise<void> {
    await this.rooms.say(tx, await this.roomOf(tx, session, p.audience), actor.accountId, 'proposal.made', { proposalId: p.id, bySide: p.bySide, totalFen: p.terms.totalFen });
    if (p.audience === 'all') await this.outbox.put(tx, proposalMade, { sessionId: session.id, caseId: session.caseId, proposalId: p.id });
  }

  private async end(tx: Tx, session: MediationSession, proposal: Proposal, state: ProposalState, actor: Actor): Promise<void> {
    await tx.update(Proposal, { id: proposal.id }, { state, decidedAt: this.clock.now() });
    await this.rooms.say(tx, await this.roomOf(tx, session, proposal.audience), actor.accountId, `proposal.${state}`, { proposalId: proposal.id });
  }

  private async roomOf(tx: Tx, session: MediationSession, audience: ProposalAudience): Promise<string> {
    return audience === 'all' ? session.jointRoomId : this.caucuses.of(tx, session, partyOf(audience));
  }
}

/** Whose offer it is. */
export const keyOfOffer = ({ bySide, byRespondentId }: Pick<Proposal, 'bySide' | 'byRespondentId'>): PartyKey => keyOf({ side: bySide, respondentId: byRespondentId });
