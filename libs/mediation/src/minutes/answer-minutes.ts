import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CaseTimeline } from '@hejie/cases';
import { ConfirmationCodes } from '@hejie/identity';
import { Clock, FileStore, MAX_FILE_BYTES, notFound, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { DataSource, IsNull } from 'typeorm';
import { refuse } from '../mediation.refusals.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';
import { SessionAccess } from '../sessions/session-access.js';
import { MinutesAnswer } from './minutes-answer.entity.js';
import { SessionMinutes } from './session-minutes.entity.js';
import { SetMinutes } from './set-minutes.js';

/** The parties' part of the minutes: confirmed with a fresh code, or objected to with a remark; final when all have confirmed or the mediator concludes. */
@Injectable()
export class AnswerMinutes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly codes: ConfirmationCodes,
    private readonly setting: SetMinutes,
    private readonly store: FileStore,
    private readonly timeline: CaseTimeline,
    private readonly clock: Clock,
  ) {}

  /** Again is harmless. @throws NOT_FOUND, MINUTES_STATE, CODE_INVALID */
  async confirm(actor: Actor, minutesId: string, code: string): Promise<void> {
    const mine = await this.mine(actor, minutesId);
    if (mine.answer === 'confirmed') return;
    if (mine.answer) throw refuse('MINUTES_STATE');
    await this.codes.consume(actor, { purpose: 'confirm_minutes', subject: minutesId }, code);
    await this.answer(actor, minutesId, { answer: 'confirmed' });
  }

  /** @throws NOT_FOUND, MINUTES_STATE */
  async object(actor: Actor, minutesId: string, remark: string): Promise<void> {
    await this.mine(actor, minutesId);
    await this.answer(actor, minutesId, { answer: 'objected', remark });
  }

  /** The mediator makes the version before the parties final as it stands; who objected or did not answer is named in it. @throws NOT_FOUND, MINUTES_STATE */
  async conclude(actor: Actor, minutesId: string): Promise<void> {
    const minutes = await this.find(minutesId);
    await this.access.require(actor, minutes.sessionId, ['mediator']);
    if (minutes.status === 'final') return;
    if (minutes.status !== 'presented') throw refuse('MINUTES_STATE');
    await this.finish(actor, minutes);
  }

  private async answer(actor: Actor, minutesId: string, answer: Pick<MinutesAnswer, 'answer'> & { remark?: string }): Promise<void> {
    const minutes = await this.find(minutesId);
    const { sessionId } = minutes;
    const allConfirmed = await this.work.run(async (tx) => {
      const session = await this.access.lock(tx, sessionId);
      await this.mine(actor, minutesId); // asked again: not of who was put out of the case while this waited
      if (!(await tx.existsBy(SessionMinutes, { id: minutesId, status: 'presented' }))) throw refuse('MINUTES_STATE');
      const { affected } = await tx.update(MinutesAnswer, { minutesId, accountId: actor.accountId, answer: IsNull() }, { ...answer, answeredAt: this.clock.now() });
      if (!affected) throw refuse('MINUTES_STATE');
      await this.timeline.record(tx, { caseId: session.caseId, kind: `mediation.minutes_${answer.answer}`, actorId: actor.accountId, data: { sessionId, version: minutes.version } });
      return !(await tx.existsBy(MinutesAnswer, [{ minutesId, answer: IsNull() }, { minutesId, answer: 'objected' }]));
    });
    if (allConfirmed) await this.finish(actor, minutes);
  }

  /** Sets the paper before the transaction, because it takes a moment; an answer that comes in meanwhile has it set anew. */
  private async finish(actor: Actor, minutes: SessionMinutes): Promise<void> {
    const session = await this.dataSource.getRepository(MediationSession).findOneByOrFail({ id: minutes.sessionId });
    const finalAt = this.clock.now();
    const answers = await this.answers(this.dataSource.manager, minutes.id);
    const pdf = await this.store.put(Readable.from(await this.setting.pdf(session, minutes, answers, finalAt)), MAX_FILE_BYTES);
    const set = await this.work.run(async (tx) => {
      await this.access.lock(tx, session.id);
      const now = await tx.findOneByOrFail(SessionMinutes, { id: minutes.id });
      if (now.status === 'final') return true;
      if (now.status !== 'presented') throw refuse('MINUTES_STATE');
      if (JSON.stringify(await this.answers(tx, minutes.id)) !== JSON.stringify(answers)) return false;
      await tx.update(SessionMinutes, { id: minutes.id }, { status: 'final', finalAt, ...pdf });
      await this.timeline.record(tx, { caseId: session.caseId, kind: 'mediation.minutes_final', actorId: actor.accountId, data: { sessionId: session.id, version: minutes.version, sha256: pdf.sha256 } });
      return true;
    });
    if (!set) await this.finish(actor, minutes);
  }

  private answers(db: Tx, minutesId: string): Promise<MinutesAnswer[]> {
    return db.find(MinutesAnswer, { where: { minutesId }, order: { side: 'ASC' } });
  }

  private async find(minutesId: string): Promise<SessionMinutes> {
    const found = await this.dataSource.getRepository(SessionMinutes).findOneBy({ id: minutesId });
    if (!found) throw notFound();
    return found;
  }

  /** Whose word is asked for, and who still belongs to the session. @throws NOT_FOUND */
  private async mine(actor: Actor, minutesId: string): Promise<MinutesAnswer> {
    const minutes = await this.find(minutesId);
    await this.access.require(actor, minutes.sessionId, ['claimant', 'respondent']);
    const mine = await this.dataSource.getRepository(MinutesAnswer).findOneBy({ minutesId, accountId: actor.accountId });
    if (!mine) throw notFound();
    return mine;
  }
}
