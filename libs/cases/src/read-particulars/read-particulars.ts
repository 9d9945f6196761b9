import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { AuditLog, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CaseAccess, CLAIMANTS_OWN } from '../case/case-access.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { Particulars } from '../contract/index.js';

/** Shows the worker's identity number, address and phone to who works for them, and writes down who looked. */
@Injectable()
export class ReadParticulars {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly accounts: Accounts,
    private readonly claimants: ClaimantVault,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND for anybody but the claimant and who serves them */
  async execute(actor: Actor, caseId: string): Promise<Particulars> {
    await this.access.require(actor, caseId, CLAIMANTS_OWN);
    // written first: what cannot be audited is not shown
    await this.work.run((tx) => this.audit.append(tx, { actorId: actor.accountId, action: 'cases.particulars_read', subject: `case:${caseId}` }));
    const row = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    const { name = '', idNumber, address } = this.claimants.open(row.claimantSealed);
    const { phone } = await this.accounts.contactOf(row.claimantId, 'case_particulars', actor.accountId);
    return { name, idNumber: idNumber ?? null, address: address ?? null, phone };
  }
}
