import { Injectable } from '@nestjs/common';
import { Outbox, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { paymentAnswered, type ConfirmPayment as ConfirmPaymentBody, type PaymentReceipt } from '../contract/index.js';
import { refuse } from '../cases.refusals.js';
import { CaseEvent } from '../timeline/case-event.entity.js';
import { CaseTimeline } from '../timeline/case-timeline.js';

const KINDS = { true: 'cases.payment_received', false: 'cases.payment_denied' } as const;

/**
 * The worker says whether the money has come that a case was closed on. A "no" goes to those who closed it and is
 * taken out of the city's numbers until the worker says "yes"; a "yes" stands.
 */
@Injectable()
export class ConfirmPayment {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
  ) {}

  /** Safe to repeat. @throws NOT_FOUND for anybody but the worker, PAYMENT_NOT_TOLD, PAYMENT_CONFIRMED */
  async execute(actor: Actor, caseId: string, { requestId, received }: ConfirmPaymentBody): Promise<void> {
    await this.access.require(actor, caseId, ['claimant']);
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      if (await this.timeline.knows(tx, caseId, requestId)) return;
      if (row.outcome !== 'paid_after_contact') throw refuse('PAYMENT_NOT_TOLD');
      if (await tx.existsBy(CaseEvent, { caseId, kind: KINDS.true })) {
        if (received) return;
        throw refuse('PAYMENT_CONFIRMED');
      }
      await this.timeline.record(tx, { caseId, kind: KINDS[`${received}`], actorId: actor.accountId, audience: 'worker_side', requestId, data: { amountFen: Number(row.amountSettledFen) } });
      await this.outbox.put(tx, paymentAnswered, { caseId, received });
    });
  }

  /** What the worker said last; null while nothing was said. For who has checked access. */
  async unsafeOf(caseId: string): Promise<PaymentReceipt | null> {
    const said = await this.dataSource.getRepository(CaseEvent).findOne({ where: { caseId, kind: In(Object.values(KINDS)) }, order: { id: 'DESC' } });
    return said && { received: said.kind === KINDS.true, at: said.at.toISOString() };
  }
}
