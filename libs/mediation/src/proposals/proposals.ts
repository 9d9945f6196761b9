import { Injectable } from '@nestjs/common';
import { Delegations } from '@hejie/cases';
import { Clock, newId, notFound, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import { DraftAgreement } from '../agreements/draft-agreement.js';
import { proposalMade, type MakeProposal, type ProposalAudience, type ProposalState, type Side, type TermsProposal } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import type { MediationSession } from '../sessions/mediation-session.entity.js';
import { SessionAccess } from '../sessions/session-access.js';
import { ShareRules } from '../shares/share-rules.js';
import { Proposal } from './proposal.entity.js';

/** Whether a side (null for the department looking on) may know of a proposal at all. */
export function canSee({ audience }: Pick<Proposal, 'audience'>, side: Side | null): boolean {
  return audience === 'all' || side === 'mediator' || audience === side;
}

/** Offers and what becomes of them. The session's row lock puts every act in one order, so each offer ends once. */
@Injectable()
export class Proposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
    private readonly agreements: DraftAgreement,
    private readonly shareRules: ShareRules,
    private readonly delegations: Delegations,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Puts an offer on the table, or before one side and the mediator only. Safe to repeat by request id. @throws NOT_FOUND, SESSION_STATE, PROPOSAL_PENDING */
  async make(actor: Actor, sessionId: string, input: MakeProposal): Promise<void> {
    const { session: of, side, byLetter } = await this.access.require(actor, sessionId);
    if (byLetter) await this.checkLetter(actor, of.caseId, input.terms.totalFen);
    const audience = input.audience ?? 'all';
    if (!canSee({ audience }, side)) throw notFound();
    await this.work.run(async (tx) => {
      const session = await this.lockOpen(tx, actor, sessionId, side);
      if (await tx.existsBy(Proposal, { sessionId, requestId: input.requestId })) return;
      if (await tx.existsBy(Proposal, { sessionId, state: 'open', audience })) throw refuse('PROPOSAL_PENDING');
      await this.refuseAfterAgreement(tx, sessionId);
      await this.table(tx, session, actor, side, audience, input);
    });
  }

  /** Answers the other side's offer with one's own; the old one is countered. @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_OWN */
  async counter(actor: Actor, proposalId: string, input: TermsProposal): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, side, byLetter) => {
      if (await tx.existsBy(Proposal, { sessionId: session.id, requestId: input.requestId })) return;
      this.checkOpen(proposal);
      if (proposal.bySide === side) throw refuse('PROPOSAL_OWN');
      if (byLetter) await this.checkLetter(actor, session.caseId, input.terms.totalFen);
      await this.end(tx, session, proposal, 'countered', actor);
      await this.table(tx, session, actor, side, proposal.audience, input);
    });
  }

  /** Accepts the other side's offer; a mediator's needs both sides. An agreement is drafted from it. @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_OWN */
  async accept(actor: Actor, proposalId: string): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, side, byLetter) => {
      if (proposal.state === 'accepted' && proposal.acceptedSides.includes(side)) return;
      this.checkOpen(proposal);
      if (proposal.bySide === side || side === 'mediator') throw refuse('PROPOSAL_OWN');
      if (byLetter) await this.delegations.require(actor, session.caseId, 'settle', proposal.terms.totalFen);
      await this.shareRules.check(session.caseId, proposal.terms);
      const acceptedSides = [...new Set([...proposal.acceptedSides, side])];
      const needed: Side[] = proposal.bySide === 'mediator' ? ['claimant', 'respondent'] : [side];
      await tx.update(Proposal, { id: proposal.id }, { acceptedSides });
      if (!needed.every((s) => acceptedSides.includes(s))) return;
      await this.end(tx, session, proposal, 'accepted', actor);
      // what else lay before one side is overtaken
      await tx.update(Proposal, { sessionId: session.id, state: 'open' }, { state: 'expired', decidedAt: this.clock.now() });
      await this.agreements.fromProposal(tx, session, proposal);
    });
  }

  /** @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_OWN */
  async refuse(actor: Actor, proposalId: string): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, side) => {
      this.checkOpen(proposal);
      if (proposal.bySide === side || side === 'mediator') throw refuse('PROPOSAL_OWN');
      await this.end(tx, session, proposal, 'refused', actor);
    });
  }

  /** Takes one's own side's offer back. @throws NOT_FOUND, PROPOSAL_DECIDED */
  async withdraw(actor: Actor, proposalId: string): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, side) => {
      if (proposal.bySide !== side) throw notFound();
      this.checkOpen(proposal);
      await this.end(tx, session, proposal, 'withdrawn', actor);
    });
  }

  /** The mediator brings before everybody what one side had seen so far, as it stands. Again is harmless. @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_PENDING */
  async forward(actor: Actor, proposalId: string): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, side) => {
      if (side !== 'mediator') throw notFound();
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
    act: (tx: Tx, session: MediationSession, proposal: Proposal, side: Side, byLetter: boolean) => Promise<void>,
  ): Promise<string> {
    const found = await this.dataSource.getRepository(Proposal).findOneBy({ id: proposalId });
    if (!found) throw notFound();
    const { side, byLetter } = await this.access.require(actor, found.sessionId);
    await this.work.run(async (tx) => {
      const session = await this.lockOpen(tx, actor, found.sessionId, side);
      const proposal = await tx.findOneByOrFail(Proposal, { id: proposalId });
      if (!canSee(proposal, side)) throw notFound();
      if (byLetter) await this.delegations.require(actor, session.caseId, 'negotiate');
      await act(tx, session, proposal, side, byLetter);
    });
    return found.sessionId;
  }

  private async lockOpen(tx: Tx, actor: Actor, sessionId: string, side: Side): Promise<MediationSession> {
    const session = side === 'mediator' ? await this.access.lockAsMediator(tx, actor, sessionId) : await this.access.lock(tx, sessionId);
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

  private async refuseAfterAgreement(tx: Tx, sessionId: string): Promise<void> {
    if (await tx.existsBy(Proposal, { sessionId, state: 'accepted' })) throw refuse('SESSION_STATE');
  }

  private async table(tx: Tx, session: MediationSession, actor: Actor, bySide: Side, audience: ProposalAudience, { requestId, terms }: TermsProposal): Promise<void> {
    await this.shareRules.check(session.caseId, terms);
    const id = newId();
    await tx.insert(Proposal, {
      id,
      sessionId: session.id,
      requestId,
      madeBy: actor.accountId,
      bySide,
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
    await this.rooms.say(tx, roomOf(session, p.audience), actor.accountId, 'proposal.made', { proposalId: p.id, bySide: p.bySide, totalFen: p.terms.totalFen });
    if (p.audience === 'all') await this.outbox.put(tx, proposalMade, { sessionId: session.id, caseId: session.caseId, proposalId: p.id });
  }

  private async end(tx: Tx, session: MediationSession, proposal: Proposal, state: ProposalState, actor: Actor): Promise<void> {
    await tx.update(Proposal, { id: proposal.id }, { state, decidedAt: this.clock.now() });
    await this.rooms.say(tx, roomOf(session, proposal.audience), actor.accountId, `proposal.${state}`, { proposalId: proposal.id });
  }
}

function roomOf(session: MediationSession, audience: ProposalAudience): string {
  if (audience === 'all') return session.jointRoomId;
  return audience === 'claimant' ? session.claimantRoomId : session.respondentRoomId;
}
