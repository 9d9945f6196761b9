import { Injectable } from '@nestjs/common';
import { CaseMembers, CaseTimeline } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { Clock, newId, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { IsNull, Not } from 'typeorm';
import { AgreementSignature } from '../agreements/agreement-signature.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { mediatorChanged, type ChangeMediator as ChangeMediatorBody } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { Caucuses } from '../sessions/caucuses.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionParticipant } from '../sessions/session-participant.entity.js';
import { FitMediators } from './fit-mediators.js';
import { MediatorChange } from './mediator-change.entity.js';

/** The department puts another mediator in the place of one who has a conflict, is ill or cannot go on (在线调解规则 Art 13-14). */
@Injectable()
export class ChangeMediator {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly fit: FitMediators,
    private readonly members: CaseMembers,
    private readonly rooms: Rooms,
    private readonly caucuses: Caucuses,
    private readonly accounts: Accounts,
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * The session stays as it is, with its rooms, its offers and what was signed; only who conducts it changes, as in every other
   * session of the case still ahead. Safe to repeat by request id.
   * @throws NOT_FOUND, SESSION_STATE for an ended one, SESSION_MEDIATOR_UNFIT, SESSION_NO_MEDIATOR
   */
  async execute(actor: Actor, sessionId: string, input: ChangeMediatorBody): Promise<void> {
    const { caseId } = await this.access.requireDepartment(actor, sessionId);
    await this.work.run(async (tx) => {
      // all at once: one that opens meanwhile would let the former mediator into its rooms, and one that is arranged would be theirs
      const sessions = await this.access.lockAll(tx, caseId);
      const session = sessions.find((s) => s.id === sessionId)!;
      if (await tx.existsBy(MediatorChange, { sessionId, requestId: input.requestId })) return;
      if (session.status !== 'scheduled' && session.status !== 'open') throw refuse('SESSION_STATE');
      const to = await this.successor(session, input.mediatorId);
      const { mediatorId: from } = session;
      const theirs = sessions.filter((s) => s.mediatorId === from);
      for (const each of theirs) for (const { id: roomId } of await this.caucuses.roomsOf(each, tx)) await this.rooms.remove(tx, roomId, from);
      for (const each of theirs) await this.pass(tx, each, to);
      await this.members.remove(tx, caseId, from, 'mediator');
      await this.members.add(tx, caseId, to, 'mediator');
      await this.passSignature(tx, caseId, from, to);
      const { requestId, cause, note } = input;
      await tx.insert(MediatorChange, { id: newId(), sessionId, caseId, requestId, fromId: from, toId: to, cause, note, formerDisclosure: session.disclosure, changedBy: actor.accountId, at: this.clock.now() });
      await this.tell(tx, actor, session, to, input);
    });
  }

  private async successor({ caseId, mediatorId }: MediationSession, wanted: string | undefined): Promise<string> {
    const fit = (await this.fit.of(caseId)).filter((id) => id !== mediatorId);
    if (wanted && !fit.includes(wanted)) throw refuse('SESSION_MEDIATOR_UNFIT');
    const to = wanted ?? (await this.fit.leastBusy(fit));
    if (!to) throw refuse('SESSION_NO_MEDIATOR');
    return to;
  }

  /** A session that goes on has a new mediator, in its rooms if it is open; an ended one keeps the name of who conducted it. */
  private async pass(tx: Tx, session: MediationSession, to: string): Promise<void> {
    const { id: sessionId } = session;
    if (session.status !== 'scheduled' && session.status !== 'open') return;
    await tx.update(MediationSession, { id: sessionId }, { mediatorId: to, disclosure: null, disclosedAt: null });
    await tx.delete(SessionParticipant, { sessionId, accountId: session.mediatorId });
    const open = session.status === 'open';
    await tx.insert(SessionParticipant, { sessionId, accountId: to, side: 'mediator', place: open ? 'joint' : 'waiting', consentedAt: null });
    if (open) for (const { id: roomId } of await this.caucuses.roomsOf(session, tx)) await this.rooms.admit(tx, roomId, { accountId: to, relation: 'mediator' });
  }

  /** What the former mediator has not signed yet is the new one's to read and sign. */
  private async passSignature(tx: Tx, caseId: string, from: string, to: string): Promise<void> {
    const signing = await tx.findOneBy(Agreement, { caseId, status: 'signing', sessionId: Not(IsNull()) });
    if (signing) await tx.update(AgreementSignature, { agreementId: signing.id, accountId: from, role: 'mediator', signedAt: IsNull() }, { accountId: to, readAt: null, fairnessConfirmedAt: null });
  }

  /** The parties hear who it is now; why is the union's own business, an illness most of all. */
  private async tell(tx: Tx, actor: Actor, session: MediationSession, to: string, { cause, note }: ChangeMediatorBody): Promise<void> {
    const { id: sessionId, caseId, mediatorId: from } = session;
    const names = await this.accounts.names([from, to]);
    const name = names.get(to)?.name ?? '';
    const line = { caseId, actorId: actor.accountId };
    await this.timeline.record(tx, { ...line, kind: 'mediation.mediator_changed', data: { sessionId, from: names.get(from)?.name ?? '', to: name } });
    await this.timeline.record(tx, { ...line, kind: 'mediation.mediator_change_reason', audience: 'staff', data: { sessionId, cause, note } });
    await this.rooms.say(tx, session.jointRoomId, actor.accountId, 'session.mediator_changed', { name });
    await this.outbox.put(tx, mediatorChanged, { sessionId, caseId, mediatorId: to, name });
  }
}
