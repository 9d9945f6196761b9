import { Injectable } from '@nestjs/common';
import { CaseTimeline } from '@hejie/cases';
import { SignedInBy } from '@hejie/identity';
import { Clock, newId, notFound, Outbox, UnitOfWork, type Actor } from '@hejie/platform';
import { DraftAgreement } from '../agreements/draft-agreement.js';
import { staffMeans } from '../agreements/staff-means.js';
import { minutesPresented, type DraftMinutes as Draft } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { SessionAccess } from '../sessions/session-access.js';
import { MinutesAnswer } from './minutes-answer.entity.js';
import { MinutesRecord } from './minutes-record.js';
import { SessionMinutes } from './session-minutes.entity.js';

/** The mediator's part of the minutes: written as a draft, put before the parties, written anew after an objection. */
@Injectable()
export class DraftMinutes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly record: MinutesRecord,
    private readonly agreements: DraftAgreement,
    private readonly signedInBy: SignedInBy,
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Saves the draft; with a version before the parties already, the draft is the next one. @throws NOT_FOUND, SESSION_STATE, MINUTES_STATE, MINUTES_LINE_UNKNOWN */
  async save(actor: Actor, sessionId: string, input: Draft): Promise<void> {
    const { session: found } = await this.access.require(actor, sessionId, ['mediator']);
    const content = await this.record.complete(found, input);
    await this.work.run(async (tx) => {
      const session = await this.access.lock(tx, sessionId);
      if (session.status !== 'open' && session.status !== 'closed') throw refuse('SESSION_STATE');
      const [newest] = await tx.find(SessionMinutes, { where: { sessionId }, order: { version: 'DESC' }, take: 1 });
      if (newest?.status === 'final') throw refuse('MINUTES_STATE');
      if (newest?.status === 'draft') await tx.update(SessionMinutes, { id: newest.id }, { content: content as object, draftedBy: actor.accountId });
      else await tx.insert(SessionMinutes, { id: newId(), sessionId, version: (newest?.version ?? 0) + 1, status: 'draft', content: content as object, draftedBy: actor.accountId });
    });
  }

  /** Puts the draft of a session that has ended before all parties; the version they had before is replaced. @throws NOT_FOUND, SESSION_STATE, MINUTES_STATE */
  async present(actor: Actor, sessionId: string): Promise<void> {
    await this.access.require(actor, sessionId, ['mediator']);
    const presentedMeans = staffMeans(await this.signedInBy.of(actor));
    await this.work.run(async (tx) => {
      const session = await this.access.lock(tx, sessionId);
      const [newest] = await tx.find(SessionMinutes, { where: { sessionId }, order: { version: 'DESC' }, take: 1 });
      if (!newest) throw notFound();
      if (newest.status === 'presented') return;
      if (session.status !== 'closed') throw refuse('SESSION_STATE');
      if (newest.status !== 'draft') throw refuse('MINUTES_STATE');
      await tx.update(SessionMinutes, { sessionId, status: 'presented' }, { status: 'replaced' });
      await tx.update(SessionMinutes, { id: newest.id }, { status: 'presented', presentedAt: this.clock.now(), presentedMeans, content: (await this.record.standing(session, newest.content)) as object });
      for (const { accountId, role } of await this.agreements.signers(session.caseId, session.mediatorId, await this.record.respondents(session))) {
        if (role !== 'mediator' && accountId) await tx.insert(MinutesAnswer, { minutesId: newest.id, side: role, accountId });
      }
      await this.timeline.record(tx, { caseId: session.caseId, kind: 'mediation.minutes_presented', actorId: actor.accountId, data: { sessionId, version: newest.version } });
      await this.outbox.put(tx, minutesPresented, { sessionId, caseId: session.caseId, version: newest.version });
    });
  }
}
