import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import {
  closeSessionSchema,
  disclosureSchema,
  listSessionsSchema,
  makeProposalSchema,
  mediatorsSchema,
  placeParticipantSchema,
  presentEvidenceSchema,
  scheduleSessionSchema,
  sessionListSchema,
  sessionSchema,
  termsProposalSchema,
  type CloseSession,
  type Disclosure,
  type ListSessions,
  type MakeProposal,
  type PlaceParticipant,
  type PresentEvidence,
  type ScheduleSession as ScheduleSessionBody,
  type TermsProposal,
} from '../contract/index.js';
import { Proposals } from '../proposals/proposals.js';
import { ConductSession } from './conduct-session.js';
import { ReadSessions } from './read-sessions.js';
import { ScheduleSession } from './schedule-session.js';

const id = { schema: z.uuid() };

@Controller('api')
export class SessionsController {
  constructor(
    private readonly schedule: ScheduleSession,
    private readonly conduct: ConductSession,
    private readonly sessions: ReadSessions,
    private readonly proposals: Proposals,
    private readonly accounts: Accounts,
  ) {}

  @Get('mediators')
  @Permit('mediation.session.schedule')
  @Answers(mediatorsSchema)
  async mediators() {
    const names = await this.accounts.names(await this.accounts.withRole('mediator'));
    return { items: [...names].map(([accountId, { name }]) => ({ accountId, name })) };
  }

  @Post('cases/:id/sessions')
  @Permit('mediation.session.schedule')
  @Answers(sessionSchema.pick({ id: true }), 201)
  async create(@Who() actor: Actor, @Param('id', id) caseId: string, @Body({ schema: scheduleSessionSchema }) body: ScheduleSessionBody) {
    return { id: await this.schedule.execute(actor, caseId, body) };
  }

  @Get('cases/:id/sessions')
  @Permit('mediation.session.read')
  @Answers(sessionListSchema)
  async ofCase(@Who() actor: Actor, @Param('id', id) caseId: string) {
    return { items: await this.sessions.ofCase(actor, caseId) };
  }

  @Get('sessions')
  @Permit('mediation.session.read')
  @Answers(sessionListSchema)
  async mine(@Who() actor: Actor, @Query({ schema: listSessionsSchema }) query: ListSessions) {
    return { items: await this.sessions.mine(actor, query) };
  }

  @Get('sessions/:id')
  @Permit('mediation.session.read')
  @Answers(sessionSchema)
  one(@Who() actor: Actor, @Param('id', id) sessionId: string) {
    return this.sessions.one(actor, sessionId);
  }

  @Post('sessions/:id/disclosure')
  @Permit('mediation.session.conduct')
  @Answers(sessionSchema)
  async disclose(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: disclosureSchema }) body: Disclosure) {
    await this.conduct.disclose(actor, sessionId, body);
    return this.sessions.one(actor, sessionId);
  }

  @Post('sessions/:id/open')
  @Permit('mediation.session.conduct')
  @Answers(sessionSchema)
  async open(@Who() actor: Actor, @Param('id', id) sessionId: string) {
    await this.conduct.open(actor, sessionId);
    return this.sessions.one(actor, sessionId);
  }

  @Post('sessions/:id/place')
  @Permit('mediation.session.conduct')
  @Answers(sessionSchema)
  async place(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: placeParticipantSchema }) body: PlaceParticipant) {
    await this.conduct.place(actor, sessionId, body);
    return this.sessions.one(actor, sessionId);
  }

  @Post('sessions/:id/evidence')
  @Permit('mediation.session.conduct')
  @Answers(sessionSchema)
  async present(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: presentEvidenceSchema }) body: PresentEvidence) {
    await this.conduct.presentEvidence(actor, sessionId, body.evidenceId);
    return this.sessions.one(actor, sessionId);
  }

  @Post('sessions/:id/close')
  @Permit('mediation.session.conduct')
  @Answers(sessionSchema)
  async close(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: closeSessionSchema }) body: CloseSession) {
    await this.conduct.close(actor, sessionId, body);
    return this.sessions.one(actor, sessionId);
  }

  @Post('sessions/:id/proposals')
  @Permit('mediation.proposal.make')
  @Answers(sessionSchema, 201)
  async propose(@Who() actor: Actor, @Param('id', id) sessionId: string, @Body({ schema: makeProposalSchema }) body: MakeProposal) {
    await this.proposals.make(actor, sessionId, body);
    return this.sessions.one(actor, sessionId);
  }

  @Post('proposals/:id/counter')
  @Permit('mediation.proposal.make')
  @Answers(sessionSchema)
  async counter(@Who() actor: Actor, @Param('id', id) proposalId: string, @Body({ schema: termsProposalSchema }) body: TermsProposal) {
    return this.sessions.one(actor, await this.proposals.counter(actor, proposalId, body));
  }

  @Post('proposals/:id/forward')
  @Permit('mediation.session.conduct')
  @Answers(sessionSchema)
  async forward(@Who() actor: Actor, @Param('id', id) proposalId: string) {
    return this.sessions.one(actor, await this.proposals.forward(actor, proposalId));
  }

  @Post('proposals/:id/accept')
  @Permit('mediation.proposal.make')
  @Answers(sessionSchema)
  async accept(@Who() actor: Actor, @Param('id', id) proposalId: string) {
    return this.sessions.one(actor, await this.proposals.accept(actor, proposalId));
  }

  @Post('proposals/:id/refuse')
  @Permit('mediation.proposal.make')
  @Answers(sessionSchema)
  async refuse(@Who() actor: Actor, @Param('id', id) proposalId: string) {
    return this.sessions.one(actor, await this.proposals.refuse(actor, proposalId));
  }

  @Post('proposals/:id/withdraw')
  @Permit('mediation.proposal.make')
  @Answers(sessionSchema)
  async withdraw(@Who() actor: Actor, @Param('id', id) proposalId: string) {
    return this.sessions.one(actor, await this.proposals.withdraw(actor, proposalId));
  }
}
