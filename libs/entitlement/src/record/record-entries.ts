import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseReader, CaseTimeline } from '@hejie/cases';
import type { Relation } from '@hejie/cases/contract';
import { LASTING_EVENTS, UNTIL_NEEDED } from '@hejie/law';
import { Clock, newId, notFound, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { clocksChanged, type RecordEvent, type RecordPayment, type WithdrawEntry } from '../contract/index.js';
import { refuse } from '../entitlement.refusals.js';
import { CasePayment } from './case-payment.entity.js';
import { LegalEvent } from './legal-event.entity.js';

/** Who may write down what happened: those who act for the worker. */
const RECORDERS: readonly Relation[] = ['claimant', 'counsel', 'officer'];
const NOT_WITHDRAWN = { withdrawnBy: null, withdrawnAt: null, withdrawalReason: null };

/** Writes down what happened outside the platform and what was paid; withdraws what was wrong. Safe to repeat by request id. */
@Injectable()
export class RecordEntries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly cases: CaseReader,
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, RECORD_IN_FUTURE, RECORD_UNTIL_WRONG, RECORD_EVIDENCE_UNKNOWN */
  async event(actor: Actor, caseId: string, { requestId, kind, on, by, until, note, evidenceId }: RecordEvent): Promise<void> {
    await this.check(actor, caseId, on, evidenceId);
    const lasts = LASTING_EVENTS.includes(kind);
    if (until !== undefined ? !lasts || until <= on : UNTIL_NEEDED.includes(kind)) throw refuse('RECORD_UNTIL_WRONG');
    await this.once(caseId, actor, requestId, LegalEvent, { kind, on, by, until: until ?? null, note: note ?? null, evidenceId: evidenceId ?? null }, { kind: 'entitlement.event_recorded', data: { event: kind, on } });
  }

  /** @throws NOT_FOUND, RECORD_IN_FUTURE, RECORD_EVIDENCE_UNKNOWN */
  async payment(actor: Actor, caseId: string, { requestId, paidOn, amountFen, what, evidenceId }: RecordPayment): Promise<void> {
    await this.check(actor, caseId, paidOn, evidenceId);
    await this.once(caseId, actor, requestId, CasePayment, { paidOn, amountFen: String(amountFen), what, evidenceId: evidenceId ?? null }, { kind: 'entitlement.payment_recorded', data: { amountFen, on: paidOn } });
  }

  /** @throws NOT_FOUND, RECORD_WITHDRAWN */
  withdrawEvent(actor: Actor, caseId: string, id: string, request: WithdrawEntry): Promise<void> {
    return this.withdraw(actor, caseId, LegalEvent, id, request, 'entitlement.event_withdrawn', (e) => ({ event: (e as LegalEvent).kind, on: (e as LegalEvent).on }));
  }

  /** @throws NOT_FOUND, RECORD_WITHDRAWN */
  withdrawPayment(actor: Actor, caseId: string, id: string, request: WithdrawEntry): Promise<void> {
    return this.withdraw(actor, caseId, CasePayment, id, request, 'entitlement.payment_withdrawn', (p) => ({ amountFen: Number((p as CasePayment).amountFen), on: (p as CasePayment).paidOn }));
  }

  private async check(actor: Actor, caseId: string, on: string, evidenceId: string | undefined): Promise<void> {
    await this.access.require(actor, caseId, RECORDERS);
    if (!(await this.cases.unsafeCase(caseId))) throw notFound();
    if (on > this.clock.today()) throw refuse('RECORD_IN_FUTURE');
    const proof = evidenceId ? await this.cases.evidence(caseId, evidenceId) : null;
    // the employer's private papers are not there for the worker's side
    if (evidenceId && !(proof && (proof.side === 'claimant' || proof.visibility === 'shared'))) throw refuse('RECORD_EVIDENCE_UNKNOWN');
  }

  private async once(caseId: string, actor: Actor, requestId: string, entity: typeof LegalEvent | typeof CasePayment, values: object, line: { kind: string; data: Record<string, unknown> }): Promise<void> {
    await this.work.run(async (tx) => {
      const entry = { id: newId(), caseId, requestId, recordedBy: actor.accountId, recordedAt: this.clock.now(), ...NOT_WITHDRAWN, ...values };
      const { raw } = await tx.createQueryBuilder().insert().into(entity).values(entry).orIgnore().returning('id').execute();
      if ((raw as unknown[]).length) await this.tell(tx, caseId, actor, line);
    });
  }

  private async withdraw(actor: Actor, caseId: string, entity: typeof LegalEvent | typeof CasePayment, id: string, { reason }: WithdrawEntry, kind: string, data: (entry: LegalEvent | CasePayment) => Record<string, unknown>): Promise<void> {
    await this.access.require(actor, caseId, RECORDERS);
    await this.work.run(async (tx) => {
      const entry = await tx.findOne<LegalEvent | CasePayment>(entity, { where: { id, caseId }, lock: { mode: 'pessimistic_write' } });
      if (!entry) throw notFound();
      if (entry.withdrawnAt) {
        if (entry.withdrawnBy === actor.accountId && entry.withdrawalReason === reason) return;
        throw refuse('RECORD_WITHDRAWN');
      }
      await tx.update<LegalEvent | CasePayment>(entity, { id }, { withdrawnBy: actor.accountId, withdrawnAt: this.clock.now(), withdrawalReason: reason });
      await this.tell(tx, caseId, actor, { kind, data: data(entry) });
    });
  }

  private async tell(tx: Tx, caseId: string, actor: Actor, line: { kind: string; data: Record<string, unknown> }): Promise<void> {
    await this.timeline.record(tx, { caseId, actorId: actor.accountId, audience: 'worker_side', ...line });
    await this.outbox.put(tx, clocksChanged, { caseId });
  }
}
