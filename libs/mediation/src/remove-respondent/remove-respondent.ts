import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseMembers, CaseTimeline, RESPONDENTS } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { AuditLog, Clock, notFound, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { In, IsNull, Not } from 'typeorm';
import { AgreementSignature } from '../agreements/agreement-signature.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { keyOf, type Party, type RemoveRespondent as RemoveRespondentBody } from '../contract/index.js';
import { MinutesAnswer } from '../minutes/minutes-answer.entity.js';
import { SessionMinutes } from '../minutes/session-minutes.entity.js';
import { refuse } from '../mediation.refusals.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { Caucuses } from '../sessions/caucuses.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';
import { SessionAccess } from '../sessions/session-access.js';
import { SessionParticipant } from '../sessions/session-participant.entity.js';

/** Who joined for a respondent by mistake, or is followed by another, is put out by those who serve the case. */
@Injectable()
export class RemoveRespondent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly sessions: SessionAccess,
    private readonly members: CaseMembers,
    private readonly rooms: Rooms,
    private readonly caucuses: Caucuses,
    private readonly accounts: Accounts,
    private readonly timeline: CaseTimeline,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends what they were to the case, their seats, their offers and a draft they were to sign; whatever anybody signed stays, and
   * with it they do. Who was there by mistake is set aside: see `SetAside`. Their sockets leave the rooms at commit. Safe to repeat by request id. @throws NOT_FOUND, RESPONDENT_SIGNED
   */
  async execute(actor: Actor, caseId: string, accountId: string, { requestId, cause, reason }: RemoveRespondentBody): Promise<void> {
    await this.access.require(actor, caseId, ['mediator', 'officer', 'department']);
    await this.work.run(async (tx) => {
      const sessions = await this.sessions.lockAll(tx, caseId);
      if (await this.timeline.knows(tx, caseId, requestId)) return;
      const joined = (await this.members.of(caseId, RESPONDENTS)).find((m) => m.accountId === accountId);
      if (!joined) throw notFound();
      const setAside = cause === 'mistake';
      const party: Party = { side: 'respondent', respondentId: joined.respondentId };
      const agreements = await this.agreementsOf(tx, caseId, party);
      await this.checkUnsigned(tx, agreements, sessions, accountId);
      for (const session of sessions) await this.unseat(tx, session, party, accountId, setAside);
      await tx.update(Agreement, { id: In(agreements), status: 'signing' }, { status: 'void' });
      await this.members.remove(tx, caseId, accountId, joined.relation, { setAside });
      const name = (await this.accounts.names([accountId])).get(accountId)?.name ?? '';
      await this.timeline.record(tx, { caseId, kind: 'mediation.respondent_removed', actorId: actor.accountId, requestId, data: { name, cause, reason, ...(joined.respondentId ? { binds: [joined.respondentId] } : {}) } });
      await this.audit.append(tx, { actorId: actor.accountId, action: 'mediation.respondent_removed', subject: `account:${accountId}`, detail: { caseId, cause } });
    });
  }

  /** What is to be signed, or is sealed, with the respondent they speak for. */
  private async agreementsOf(tx: Tx, caseId: string, party: Party): Promise<string[]> {
    const standing = await tx.findBy(Agreement, { caseId, status: In(['signing', 'sealed']) });
    return (await tx.findBy(AgreementSignature, { agreementId: In(standing.map((a) => a.id)), role: keyOf(party) })).map((s) => s.agreementId);
  }

  /** @throws RESPONDENT_SIGNED once anybody signed one of these agreements, or they confirmed minutes */
  private async checkUnsigned(tx: Tx, agreements: readonly string[], sessions: readonly MediationSession[], accountId: string): Promise<void> {
    const signed = await tx.existsBy(AgreementSignature, { agreementId: In([...agreements]), signedAt: Not(IsNull()) });
    const minutes = await tx.findBy(SessionMinutes, { sessionId: In(sessions.map((s) => s.id)) });
    const confirmed = await tx.existsBy(MinutesAnswer, { minutesId: In(minutes.map((m) => m.id)), accountId, answer: 'confirmed' });
    if (signed || confirmed) throw refuse('RESPONDENT_SIGNED');
  }

  /** Out of the rooms, and out of what is still ahead; a session that ended keeps who took part. */
  private async unseat(tx: Tx, session: MediationSession, party: Party, accountId: string, setAside: boolean): Promise<void> {
    const theirs = (await this.caucuses.roomsOf(session, tx)).filter((r) => r.kind === 'joint' || (r.kind === 'caucus_respondent' && r.respondentId === party.respondentId));
    for (const { id: roomId } of theirs) {
      if (setAside) await this.rooms.setAside(tx, roomId, accountId);
      else await this.rooms.remove(tx, roomId, accountId);
    }
    if (session.status !== 'scheduled' && session.status !== 'open') return;
    await tx.delete(SessionParticipant, { sessionId: session.id, accountId });
    await tx.update(Proposal, { sessionId: session.id, state: 'open', madeBy: accountId }, { state: 'expired', decidedAt: this.clock.now() });
    // a yes of that respondent may have been theirs: whoever comes says it again
    await tx.query(`update proposal set accepted_sides = array_remove(accepted_sides, $2) where session_id = $1 and state = 'open'`, [session.id, keyOf(party)]);
  }
}
