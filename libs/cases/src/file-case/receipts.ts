import { Injectable } from '@nestjs/common';
import { Organisations } from '@hejie/identity';
import { notFound } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { Receipt } from '../contract/index.js';

/** The national trade-union hotline. */
const HOTLINE = '12351';

@Injectable()
export class Receipts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly claimants: ClaimantVault,
    private readonly organisations: Organisations,
  ) {}

  /** @throws NOT_FOUND for a case that was not filed */
  async of(caseId: string): Promise<Receipt> {
    const row = await this.dataSource.getRepository(DisputeCase).findOneBy({ id: caseId });
    if (!row?.filedAt || !row.number) throw notFound();
    const city = await this.organisations.root();
    return {
      caseId,
      number: row.number,
      filedAt: row.filedAt.toISOString(),
      claimantName: this.claimants.open(row.claimantSealed).name ?? '',
      employerName: row.employerName,
      responsible: city?.name ?? '',
      hotline: HOTLINE,
    };
  }
}
