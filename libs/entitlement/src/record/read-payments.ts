import { Injectable } from '@nestjs/common';
import { CaseAccess, WORKER_SIDE } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import type { Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { PaymentsView } from '../contract/index.js';
import { CasePayment } from './case-payment.entity.js';

/** The ledger of what the employer has already paid. */
@Injectable()
export class ReadPayments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly accounts: Accounts,
  ) {}

  /** By the day of payment. @throws NOT_FOUND for anybody but the worker's side */
  async execute(actor: Actor, caseId: string): Promise<PaymentsView> {
    await this.access.require(actor, caseId, WORKER_SIDE);
    const rows = await this.dataSource.getRepository(CasePayment).find({ where: { caseId }, order: { paidOn: 'ASC', id: 'ASC' } });
    const names = await this.accounts.names(rows.flatMap((r) => [r.recordedBy, r.withdrawnBy]).filter((id) => id !== null));
    const nameOf = (id: string) => names.get(id)?.name ?? '';
    return {
      items: rows.map((r) => ({
        id: r.id,
        paidOn: r.paidOn,
        amountFen: Number(r.amountFen),
        what: r.what,
        evidenceId: r.evidenceId,
        recordedBy: nameOf(r.recordedBy),
        withdrawn: r.withdrawnAt ? { at: r.withdrawnAt.toISOString(), by: nameOf(r.withdrawnBy!), reason: r.withdrawalReason! } : null,
      })),
      totalFen: rows.reduce((sum, r) => sum + (r.withdrawnAt ? 0 : Number(r.amountFen)), 0),
    };
  }
}
