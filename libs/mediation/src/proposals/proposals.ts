import { Injectable } from '@nestjs/common';
import { Clock, newId, notFound, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import { DraftAgreement } from '../agreements/draft-agreement.js';
import { proposalMade, type MakeProposal, type ProposalState, type Side } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import type { MediationSession } from '../sessions/mediation-session.entity.js';
import { SessionAccess } from '../sessions/session-access.js';
import { Proposal } from './proposal.entity.js';

/** Offers and what becomes of them. The session's row lock puts every act in one order, so each offer ends once. */
@Injectable()
export class Proposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
    private readonly agreements: DraftAgreement,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Puts an offer on the table. Safe to repeat by request id. @throws NOT_FOUND, SESSION_STATE, PROPOSAL_PENDING */
  async make(actor: Actor, sessionId: string, input: MakeProposal): Promise<void> {
    const { side } = await this.access.require(actor, sessionId);
    await this.work.run(async (tx) => {
      const session = await this.lockOpen(tx, sessionId);
      if (await tx.existsBy(Proposal, { sessionId, requestId: input.requestId })) return;
      if (await tx.existsBy(Proposal, { sessionId, state: 'open' })) throw refuse('PROPOSAL_PENDING');
      await this.refuseAfterAgreement(tx, sessionId);
      await this.table(tx, session, actor, side, input);
    });
  }

  /** Answers the other side's offer with one's own; the old one is countered. @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_OWN */
  async counter(actor: Actor, proposalId: string, input: MakeProposal): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, side) => {
      if (await tx.existsBy(Proposal, { sessionId: session.id, requestId: input.requestId })) return;
      this.checkOpen(proposal);
      if (proposal.bySide === side) throw refuse('PROPOSAL_OWN');
      await this.end(tx, session, proposal, 'countered', actor);
      await this.table(tx, session, actor, side, input);
    });
  }

  /** Accepts the other side's offer; a mediator's needs both sides. An agreement is drafted from it. @throws NOT_FOUND, PROPOSAL_DECIDED, PROPOSAL_OWN */
  async accept(actor: Actor, proposalId: string): Promise<string> {
    return this.decide(actor, proposalId, async (tx, session, proposal, side) => {
      if (proposal.state === 'accepted' && proposal.acceptedSides.includes(side)) return;
      this.checkOpen(proposal);
      if (proposal.bySide === side || side === 'mediator') throw refuse('PROPOSAL_OWN');
      const acceptedSides = [...new Set([...proposal.acceptedSides, side])];
      const needed: Side[] = proposal.bySide === 'mediator' ? ['claimant', 'respondent'] : [side];
      await tx.update(Proposal, { id: proposal.id }, { acceptedSides });
      if (!needed.every((s) => acceptedSides.includes(s))) return;
      await this.end(tx, session, proposal, 'accepted', actor);
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

  private async decide(
    actor: Actor,
    proposalId: string,
    act: (tx: Tx, session: MediationSession, proposal: Proposal, side: Side) => Promise<void>,
  ): Promise<string> {
    const found = await this.dataSource.getRepository(Proposal).findOneBy({ id: proposalId });
    if (!found) throw notFound();
    const { side } = await this.access.require(actor, found.sessionId);
    await this.work.run(async (tx) => {
      const session = await this.lockOpen(tx, found.sessionId);
      await act(tx, session, await tx.findOneByOrFail(Proposal, { id: proposalId }), side);
    });
    return found.sessionId;
  }

  private async lockOpen(tx: Tx, sessionId: string): Promise<MediationSession> {
    const session = await this.access.lock(tx, sessionId);
    if (session.status !== 'open') throw refuse('SESSION_STATE');
    return session;
  }

  private checkOpen(proposal: Proposal): void {
    if (proposal.state !== 'open') throw refuse('PROPOSAL_DECIDED', { extra: { state: proposal.state } });
  }

  private async refuseAfterAgreement(tx: Tx, sessionId: string): Promise<void> {
    if (await tx.existsBy(Proposal, { sessionId, state: 'accepted' })) throw refuse('SESSION_STATE');
  }

  private async table(tx: Tx, session: MediationSession, actor: Actor, bySide: Side, { requestId, terms }: MakeProposal): Promise<void> {
    const id = newId();
    await tx.insert(Proposal, {
      id,
      sessionId: session.id,
      requestId,
      madeBy: actor.accountId,
      bySide,
      terms: terms as object,
      state: 'open',
      acceptedSides: [],
      madeAt: this.clock.now(),
      decidedAt: null,
    });
    await this.rooms.say(tx, session.jointRoomId, actor.accountId, 'proposal.made', { proposalId: id, bySide, totalFen: terms.totalFen });
    await this.outbox.put(tx, proposalMade, { sessionId: session.id, caseId: session.caseId, proposalId: id });
  }

  private async end(tx: Tx, session: MediationSession, proposal: Proposal, state: ProposalState, actor: Actor): Promise<void> {
    await tx.update(Proposal, { id: proposal.id }, { state, decidedAt: this.clock.now() });
    await this.rooms.say(tx, session.jointRoomId, actor.accountId, `proposal.${state}`, { proposalId: proposal.id });
  }
}
