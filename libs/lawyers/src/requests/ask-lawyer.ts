import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseLifecycle, CaseTimeline } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { Clock, newId, notFound, Outbox, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource, In, IsNull } from 'typeorm';
import { ANSWER_HOURS, lawyerRequested, type AskLawyer as AskLawyerBody } from '../contract/index.js';
import { LawyerProfile } from '../directory/lawyer-profile.entity.js';
import { refuse } from '../lawyers.refusals.js';
import { LawyerProfiles } from '../profile/lawyer-profiles.js';
import { LawyerRequest } from './lawyer-request.entity.js';

@Injectable()
export class AskLawyer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly accounts: Accounts,
    private readonly profiles: LawyerProfiles,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat by request id. @throws NOT_FOUND, CASE_MOVE_ILLEGAL unless filed, LAWYER_ALREADY_ASKED, LAWYER_UNAVAILABLE, LAWYER_FULL with as many cases as the lawyer takes */
  async execute(actor: Actor, caseId: string, { requestId, lawyerId }: AskLawyerBody): Promise<void> {
    await this.access.require(actor, caseId, ['claimant', 'officer']);
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      if (await tx.existsBy(LawyerRequest, { caseId, requestId })) return;
      if (row.status !== 'filed') throw refuse('LAWYER_ALREADY_ASKED');
      if (await tx.existsBy(LawyerRequest, { caseId, status: In(['open', 'accepted']) })) throw refuse('LAWYER_ALREADY_ASKED');
      if (await tx.existsBy(LawyerRequest, { caseId, lawyerId })) throw refuse('LAWYER_UNAVAILABLE');
      const profile = await tx.findOneBy(LawyerProfile, { accountId: lawyerId });
      if (!profile) throw notFound();
      if (!(await this.profiles.isListed(profile))) throw refuse('LAWYER_UNAVAILABLE');
      if ((await tx.countBy(LawyerRequest, { lawyerId, status: 'accepted', endedAt: IsNull() })) >= profile.capacity) throw refuse('LAWYER_FULL');
      const now = this.clock.now();
      const id = newId();
      await tx.insert(LawyerRequest, {
        id,
        caseId,
        lawyerId,
        requestId,
        askedBy: actor.accountId,
        status: 'open',
        reason: null,
        askedAt: now,
        expiresAt: new Date(now.getTime() + ANSWER_HOURS * 3_600_000),
        declaredAt: null,
        answeredAt: null,
        endedAt: null,
      });
      const name = (await this.accounts.names([lawyerId])).get(lawyerId)?.name ?? '';
      await this.timeline.record(tx, { caseId, kind: 'lawyers.asked', actorId: actor.accountId, audience: 'worker_side', data: { lawyer: name } });
      await this.outbox.put(tx, lawyerRequested, { requestId: id, caseId, lawyerId });
    });
  }

  /** The requests of a case, newest first, for the worker's side. @throws NOT_FOUND */
  async ofCase(actor: Actor, caseId: string) {
    await this.access.require(actor, caseId, ['claimant', 'officer', 'department', 'counsel']);
    const rows = await this.dataSource.getRepository(LawyerRequest).find({ where: { caseId }, order: { id: 'DESC' } });
    const names = await this.accounts.names(rows.map((r) => r.lawyerId));
    return rows.map((r) => ({
      id: r.id,
      lawyerId: r.lawyerId,
      lawyerName: names.get(r.lawyerId)?.name ?? '',
      status: r.status,
      askedAt: r.askedAt.toISOString(),
      expiresAt: r.expiresAt.toISOString(),
    }));
  }
}
