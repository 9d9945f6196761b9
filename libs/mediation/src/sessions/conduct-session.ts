import { Injectable } from '@nestjs/common';
import { CaseLifecycle, CaseMembers, CaseReader, CaseTimeline, RESPONDENTS } from '@hejie/cases';
import { AccountNews, Clock, notFound, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { Not } from 'typeorm';
import { SESSION_CHANGED, type CloseSession, type Disclosure, type PlaceParticipant } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { Caucuses } from './caucuses.js';
import { EndSession } from './end-session.js';
import { MediationSession } from './mediation-session.entity.js';
import { MoveParticipant } from './move-participant.js';
import { ScheduleSession } from './schedule-session.js';
import { SessionAccess } from './session-access.js';
import { SessionParticipant } from './session-participant.entity.js';

/** The mediator's hand on the session: open, place people, show evidence, close. */
@Injectable()
export class ConductSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
    private readonly caucuses: Caucuses,
    private readonly cases: CaseReader,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly members: CaseMembers,
    private readonly moving: MoveParticipant,
    private readonly schedule: ScheduleSession,
    private readonly ending: EndSession,
    private readonly news: AccountNews,
    private readonly clock: Clock,
  ) {}

  /** The mediator says before the parties what kinship or interest there is, or that there is none. @throws NOT_FOUND, SESSION_STATE, SESSION_DISCLOSED */
  async disclose(actor: Actor, sessionId: string, { statement }: Disclosure): Promise<void> {
    await this.access.require(actor, sessionId, ['mediator']);
    await this.work.run(async (tx) => {
      const session = await this.access.lockAsMediator(tx, actor, sessionId);
      if (session.disclosure === statement) return;
      if (session.disclosure !== null) throw refuse('SESSION_DISCLOSED');
      if (session.status !== 'scheduled' && session.status !== 'open') throw refuse('SESSION_STATE');
      await tx.update(MediationSession, { id: sessionId }, { disclosure: statement, disclosedAt: this.clock.now() });
      await this.timeline.record(tx, { caseId: session.caseId, kind: 'mediation.disclosed', actorId: actor.accountId, data: { sessionId } });
    });
  }

  /**
   * Opens the rooms: who has consented and is at the door is let into the joint one, the mediator into all of them. Who has consented and not come
   * waits for the mediator's hand once they do. Both sides must have consented, of several respondents one. Where people meet on site, they are taken to have come.
   * @throws NOT_FOUND, SESSION_STATE, SESSION_NOT_CONSENTED
   */
  async open(actor: Actor, sessionId: string): Promise<void> {
    await this.access.require(actor, sessionId, ['mediator']);
    await this.work.run(async (tx) => {
      const session = await this.access.lockAsMediator(tx, actor, sessionId);
      if (session.status === 'open') return;
      if (session.status !== 'scheduled') throw refuse('SESSION_STATE');
      const people = await tx.findBy(SessionParticipant, { sessionId });
      const consented = (side: string) => people.some((p) => p.side === side && p.consentedAt);
      if (!consented('claimant') || !consented('respondent')) throw refuse('SESSION_NOT_CONSENTED');
      await tx.update(MediationSession, { id: sessionId }, { status: 'open', openedAt: this.clock.now() });
      for (const { id: roomId } of await this.caucuses.roomsOf(session, tx)) await this.rooms.admit(tx, roomId, { accountId: session.mediatorId, relation: 'mediator' });
      for (const p of people) {
        if (p.side === 'mediator') await tx.update(SessionParticipant, { sessionId, accountId: p.accountId }, { place: 'joint', arrivedAt: p.arrivedAt ?? this.clock.now() });
        else if (p.consentedAt && (p.arrivedAt || session.mode === 'onsite')) await this.moving.move(tx, session, p, 'joint');
      }
      await this.rooms.say(tx, session.jointRoomId, actor.accountId, 'session.opened');
      for (const { accountId } of people) await this.news.ring(tx, accountId, SESSION_CHANGED);
      await this.timeline.record(tx, { caseId: session.caseId, kind: 'mediation.opened', actorId: actor.accountId, data: { sessionId } });
    });
  }

  /** Moves somebody to the joint room, their own side's caucus or out to wait. @throws NOT_FOUND, SESSION_STATE, SESSION_NOT_CONSENTED */
  async place(actor: Actor, sessionId: string, { accountId, to }: PlaceParticipant): Promise<void> {
    await this.access.require(actor, sessionId, ['mediator']);
    await this.work.run(async (tx) => {
      const session = await this.access.lockAsMediator(tx, actor, sessionId);
      if (session.status !== 'open') throw refuse('SESSION_STATE');
      const participant = await tx.findOneBy(SessionParticipant, { sessionId, accountId, side: Not('mediator') });
      if (!participant) throw notFound();
      if (!participant.consentedAt) throw refuse('SESSION_NOT_CONSENTED');
      await this.moving.moveAndTell(tx, session, participant, to);
    });
  }

  /** Shows a piece of evidence in the joint room. Only what is shared with both sides can be shown. @throws NOT_FOUND, SESSION_STATE */
  async presentEvidence(actor: Actor, sessionId: string, evidenceId: string): Promise<void> {
    const { session: found } = await this.access.require(actor, sessionId, ['mediator']);
    const evidence = await this.cases.evidence(found.caseId, evidenceId);
    if (!evidence || evidence.visibility !== 'shared') throw notFound();
    await this.work.run(async (tx) => {
      const session = await this.access.lockAsMediator(tx, actor, sessionId);
      if (session.status !== 'open') throw refuse('SESSION_STATE');
      await this.rooms.say(tx, session.jointRoomId, actor.accountId, 'session.evidence_shown', { evidenceId, title: evidence.title });
    });
  }

  /**
   * Ends the session: open proposals expire, the caucuses are emptied, the outcome is recorded. One that never opened, because
   * somebody refused or did not come, can fail or be adjourned. An adjourned one may name when it goes on.
   * @throws NOT_FOUND, SESSION_STATE, SESSION_IN_PAST
   */
  async close(actor: Actor, sessionId: string, input: CloseSession): Promise<void> {
    await this.access.require(actor, sessionId, ['mediator']);
    await this.work.run(async (tx) => {
      const session = await this.access.lockAsMediator(tx, actor, sessionId);
      if (session.status === 'closed' && session.outcome === input.outcome) return;
      if (session.status !== 'open' && session.status !== 'scheduled') throw refuse('SESSION_STATE');
      const accepted = await tx.existsBy(Proposal, { sessionId, state: 'accepted' });
      if ((input.outcome === 'agreed') !== accepted) throw refuse('SESSION_STATE');
      await this.ending.end(tx, session, { ...input, actorId: actor.accountId });
      await this.timeline.record(tx, { caseId: session.caseId, kind: 'mediation.closed', actorId: actor.accountId, data: { sessionId, outcome: input.outcome } });
      const inMediation = (await this.lifecycle.lock(tx, session.caseId)).status === 'mediating';
      if (input.outcome === 'failed' && inMediation) await this.lifecycle.move(tx, { caseId: session.caseId, move: 'fail_mediation', actorId: actor.accountId });
      if (input.outcome === 'adjourned' && input.nextStartsAt) {
        if (!inMediation) throw refuse('SESSION_STATE');
        await this.adjourn(tx, session, input.nextStartsAt);
      }
    });
  }

  private async adjourn(tx: Tx, session: MediationSession, startsAt: string): Promise<void> {
    if (new Date(startsAt) < this.clock.now()) throw refuse('SESSION_IN_PAST');
    const { id, caseId, mediatorId, minutes, mode, place } = session;
    const people = await this.members.of(caseId, ['claimant', 'counsel', ...RESPONDENTS]);
    // the ended session's id is the request: it goes on once
    await this.schedule.convene(tx, { requestId: id, caseId, mediatorId, actorId: mediatorId, startsAt, minutes, mode, ...(place ? { place } : {}) }, people);
  }
}
