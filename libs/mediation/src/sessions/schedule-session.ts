import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseLifecycle, CaseMembers, CaseTimeline, RESPONDENTS } from '@hejie/cases';
import { Clock, newId, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { FitMediators } from '../change-mediator/fit-mediators.js';
import { sessionScheduled, type ScheduleSession as ScheduleSessionBody, type Side } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { Caucuses } from './caucuses.js';
import { MediationSession } from './mediation-session.entity.js';
import { SessionParticipant } from './session-participant.entity.js';

const SIDE_OF: Record<string, Side> = { claimant: 'claimant', representative: 'claimant', counsel: 'claimant', respondent: 'respondent', co_respondent: 'respondent', mediator: 'mediator' };

interface Seat {
  readonly accountId: string;
  readonly relation: string;
  readonly respondentId: string | null;
}

@Injectable()
export class ScheduleSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly members: CaseMembers,
    private readonly timeline: CaseTimeline,
    private readonly fit: FitMediators,
    private readonly rooms: Rooms,
    private readonly caucuses: Caucuses,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets date, mediator and rooms; a case not yet in mediation moves there. Safe to repeat by request id.
   * @throws NOT_FOUND, CASE_MOVE_ILLEGAL, SESSION_NO_RESPONDENT, SESSION_NO_MEDIATOR, SESSION_IN_PAST
   * @returns the session's id
   */
  async execute(actor: Actor, caseId: string, input: ScheduleSessionBody): Promise<string> {
    const relations = await this.access.require(actor, caseId, ['claimant', 'counsel', 'officer', 'mediator']);
    const startsAt = new Date(input.startsAt);
    return this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      const earlier = await tx.findOneBy(MediationSession, { caseId, requestId: input.requestId });
      if (earlier) return earlier.id;
      if (startsAt < this.clock.now()) throw refuse('SESSION_IN_PAST');
      const people = await this.members.of(caseId, ['claimant', 'representative', 'counsel', ...RESPONDENTS]);
      if (!people.some((p) => RESPONDENTS.some((r) => r === p.relation))) throw refuse('SESSION_NO_RESPONDENT');
      const mediatorId = await this.mediator(caseId, input.mediatorId);
      if (row.status !== 'mediating') {
        await this.lifecycle.move(tx, { caseId, move: 'mediate', actorId: actor.accountId, relations, set: { path: input.mode === 'online' ? 'mediate_online' : 'mediate_onsite' } });
      }
      return this.convene(tx, { ...input, caseId, mediatorId, actorId: actor.accountId }, people);
    });
  }

  /** The session itself with its rooms and seats, in the caller's transaction; the caller has checked that it may be. @returns its id */
  async convene(
    tx: Tx,
    input: Pick<ScheduleSessionBody, 'requestId' | 'startsAt' | 'minutes' | 'mode' | 'place'> & { caseId: string; mediatorId: string; actorId: string },
    people: readonly Seat[],
  ): Promise<string> {
    const { caseId, mediatorId } = input;
    const startsAt = new Date(input.startsAt);
    await this.members.add(tx, caseId, mediatorId, 'mediator');
    const id = newId();
    const open = (kind: 'joint' | 'caucus_claimant' | 'caucus_respondent') => this.rooms.open(tx, { caseId, kind, sessionId: id, members: [] });
    const session = tx.create(MediationSession, {
      id,
      caseId,
      requestId: input.requestId,
      mediatorId,
      mode: input.mode,
      place: input.place ?? null,
      startsAt,
      minutes: input.minutes,
      status: 'scheduled',
      outcome: null,
      undisputedFacts: null,
      closeReason: null,
      disclosure: null,
      disclosedAt: null,
      jointRoomId: await open('joint'),
      claimantRoomId: await open('caucus_claimant'),
      respondentRoomId: await open('caucus_respondent'),
      openedAt: null,
      closedAt: null,
    });
    await tx.insert(MediationSession, session);
    await this.seat(tx, session, [...people, { accountId: mediatorId, relation: 'mediator', respondentId: null }]);
    await this.timeline.record(tx, { caseId, kind: 'mediation.scheduled', actorId: input.actorId, data: { sessionId: id, startsAt: input.startsAt, mode: input.mode, ...(input.place ? { place: input.place } : {}) } });
    await this.outbox.put(tx, sessionScheduled, { sessionId: id, caseId, startsAt: startsAt.toISOString() });
    return id;
  }

  private async seat(tx: Tx, session: MediationSession, people: readonly Seat[]): Promise<void> {
    // who filed may be elected too: one person, one seat
    for (const { accountId, relation, respondentId } of new Map([...people].reverse().map((p) => [p.accountId, p])).values()) {
      const party = { side: SIDE_OF[relation]!, respondentId };
      // a respondent beside the employer has its caucus from its first seat
      if (respondentId) await this.caucuses.of(tx, session, party);
      await tx.insert(SessionParticipant, { sessionId: session.id, accountId, ...party, place: 'waiting', caucusRoomId: null, consentedAt: null, rulesVersion: null, arrivedAt: null });
    }
  }

  /** The one asked for, or the mediator with the fewest sessions ahead. @throws SESSION_NO_MEDIATOR */
  private async mediator(caseId: string, wanted: string | undefined): Promise<string> {
    const fit = await this.fit.of(caseId);
    const mediatorId = wanted ? fit.find((id) => id === wanted) : await this.fit.leastBusy(fit);
    if (!mediatorId) throw refuse('SESSION_NO_MEDIATOR');
    return mediatorId;
  }
}
