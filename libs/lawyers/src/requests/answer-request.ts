import { Injectable } from '@nestjs/common';
import { CaseLifecycle, CaseMembers, CaseReader, CaseTimeline } from '@hejie/cases';
import { Clock, notFound, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import { requestAccepted, requestReturned } from '../contract/index.js';
import { refuse } from '../lawyers.refusals.js';
import { LawyerRequest } from './lawyer-request.entity.js';

type Return = 'declined' | 'conflict' | 'expired';

/** What the lawyer does with a request. Names first, facts only after "no conflict", then yes or no. */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly lifecycle: CaseLifecycle,
    private readonly members: CaseMembers,
    private readonly timeline: CaseTimeline,
    private readonly rooms: Rooms,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The lawyer's requests, open ones first. */
  async mine(lawyerId: string) {
    const rows = await this.dataSource
      .getRepository(LawyerRequest)
      .createQueryBuilder('q')
      .where('q.lawyer_id = :lawyerId', { lawyerId })
      .orderBy(`q.status = 'open'`, 'DESC')
      .addOrderBy('q.id', 'DESC')
      .limit(100)
      .getMany();
    return Promise.all(rows.map((r) => this.view(r)));
  }

  /** A conflict ends the request and keeps the lawyer from the case for good. @throws NOT_FOUND, LAWYER_REQUEST_ENDED */
  async declare(actor: Actor, id: string, conflict: boolean) {
    await this.work.run(async (tx) => {
      const request = await this.lockOpen(tx, id, actor.accountId);
      if (conflict) return this.giveBack(tx, request, 'conflict', null);
      if (!request.declaredAt) await tx.update(LawyerRequest, { id }, { declaredAt: this.clock.now() });
      return undefined;
    });
    return this.view(await this.dataSource.getRepository(LawyerRequest).findOneByOrFail({ id }));
  }

  /** The lawyer becomes counsel and the private room opens. Accepting twice is harmless. @throws NOT_FOUND, LAWYER_NOT_DECLARED, LAWYER_REQUEST_ENDED */
  async accept(actor: Actor, id: string) {
    await this.work.run(async (tx) => {
      const request = await this.lock(tx, id, actor.accountId);
      if (request.status === 'accepted') return;
      this.checkOpen(request);
      if (!request.declaredAt) throw refuse('LAWYER_NOT_DECLARED');
      const { caseId } = request;
      await tx.update(LawyerRequest, { id }, { status: 'accepted', answeredAt: this.clock.now() });
      await this.members.add(tx, caseId, actor.accountId, 'counsel');
      await this.lifecycle.move(tx, { caseId, move: 'assign_counsel', actorId: actor.accountId, audience: 'worker_side' });
      const found = await this.cases.unsafeCase(caseId);
      const roomId = await this.rooms.open(tx, {
        caseId,
        kind: 'consult',
        members: [
          { accountId: found!.claimantId, relation: 'claimant' },
          { accountId: actor.accountId, relation: 'counsel' },
          ...(await this.members.of(caseId, ['representative'])).filter((m) => m.accountId !== found!.claimantId),
        ],
      });
      await this.rooms.say(tx, roomId, actor.accountId, 'consult.opened');
      await this.outbox.put(tx, requestAccepted, { requestId: id, caseId, lawyerId: actor.accountId });
    });
    return this.view(await this.dataSource.getRepository(LawyerRequest).findOneByOrFail({ id }));
  }

  /** @throws NOT_FOUND, LAWYER_REQUEST_ENDED */
  async decline(actor: Actor, id: string, reason: string) {
    await this.work.run(async (tx) => this.giveBack(tx, await this.lockOpen(tx, id, actor.accountId), 'declined', reason));
    return this.view(await this.dataSource.getRepository(LawyerRequest).findOneByOrFail({ id }));
  }

  /** Gives back every request nobody answered in time. Each is found once, whoever runs this. */
  async expireOverdue(): Promise<number> {
    const overdue = await this.dataSource.query<{ id: string; case_id: string }[]>(
      `select id, case_id from lawyer_request where status = 'open' and expires_at <= $1 order by expires_at limit 200`,
      [this.clock.now()],
    );
    let expired = 0;
    for (const { id, case_id } of overdue) {
      await this.work.run(async (tx) => {
        await this.lifecycle.lock(tx, case_id);
        const request = await tx.findOneByOrFail(LawyerRequest, { id });
        if (request.status !== 'open') return;
        await this.giveBack(tx, request, 'expired', null);
        expired++;
      });
    }
    return expired;
  }

  /** The case's row is locked first, everywhere, so that answers, expiry and a second tab go one after the other. */
  private async lock(tx: Tx, id: string, lawyerId: string): Promise<LawyerRequest> {
    const found = await tx.findOneBy(LawyerRequest, { id, lawyerId });
    if (!found) throw notFound();
    await this.lifecycle.lock(tx, found.caseId);
    return tx.findOneByOrFail(LawyerRequest, { id });
  }

  private async lockOpen(tx: Tx, id: string, lawyerId: string): Promise<LawyerRequest> {
    const request = await this.lock(tx, id, lawyerId);
    this.checkOpen(request);
    return request;
  }

  private checkOpen(request: LawyerRequest): void {
    if (request.status !== 'open' || request.expiresAt <= this.clock.now()) throw refuse('LAWYER_REQUEST_ENDED');
  }

  private async giveBack(tx: Tx, { id, caseId, lawyerId }: LawyerRequest, why: Return, reason: string | null): Promise<void> {
    await tx.update(LawyerRequest, { id }, { status: why, reason, answeredAt: this.clock.now() });
    await this.timeline.record(tx, { caseId, kind: `lawyers.${why}`, actorId: why === 'expired' ? null : lawyerId, audience: 'worker_side' });
    await this.outbox.put(tx, requestReturned, { requestId: id, caseId, lawyerId, why });
  }

  private async view(r: LawyerRequest) {
    const found = await this.cases.unsafeCase(r.caseId);
    const declared = r.declaredAt !== null;
    return {
      id: r.id,
      status: r.status,
      askedAt: r.askedAt.toISOString(),
      expiresAt: r.expiresAt.toISOString(),
      claimantName: found?.claimant.name ?? '',
      employerName: found?.facts.employer.name ?? '',
      otherRespondents: found?.respondents.slice(1).map((r) => r.name) ?? [],
      declared,
      facts:
        found && declared && (r.status === 'open' || r.status === 'accepted')
          ? { caseId: r.caseId, number: found.number, disputeTypes: found.facts.disputeTypes, story: found.facts.story, amountClaimedFen: found.amountClaimedFen }
          : null,
    };
  }
}
