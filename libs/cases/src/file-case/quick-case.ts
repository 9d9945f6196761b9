import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { QuickCase, Receipt } from '../contract/index.js';
import { factsOfAnswers } from '../intake/facts-of-answers.js';
import { PlaceFigures } from '../intake/place-figures.js';
import { claimedFen } from './file-case.js';
import { Filings, othersOf } from './filings.js';
import { Receipts } from './receipts.js';

/** Files a whole case at once: for oneself, or by an officer for somebody who called. */
@Injectable()
export class FileQuickCase {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly claimants: ClaimantVault,
    private readonly filings: Filings,
    private readonly receipts: Receipts,
    private readonly figures: PlaceFigures,
  ) {}

  /** Safe to repeat: one account and one request id always give the same receipt. @throws as `factsOfAnswers` */
  async execute(actor: Actor, { requestId, facts: told, behalf, claimant }: QuickCase): Promise<Receipt> {
    const { others = [], ...facts } = factsOfAnswers(told, await this.figures.of(told.region, told.intake ?? {}));
    const details = { ...claimant, ...(behalf ? { name: behalf.name } : {}) };
    // who files for a caller files at their own organisation, which then answers for the case
    const path = behalf ? actor.organisations[0] : undefined;
    const served = await this.receipts.servedBy(path ?? (await this.receipts.city()).path);
    const filed = await this.filings.file({
      created_by: actor.accountId,
      request_id: requestId,
      claimant_id: behalf ? await this.callerAccount(behalf) : actor.accountId,
      officer_id: behalf ? actor.accountId : null,
      organisation_path: served.path,
      primary_type: facts.disputeTypes[0]!,
      employer_name: facts.employer.name,
      facts,
      claimant_sealed: this.claimants.seal(details),
      amount_claimed_fen: claimedFen(facts),
      behalf_consent: behalf?.consent ?? null,
      others: othersOf(others),
    });
    if (filed) return this.receipts.word({ ...filed, claimantName: details.name ?? '', employerName: facts.employer.name, otherRespondents: others.map((o) => o.name) }, served);
    const earlier = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ createdBy: actor.accountId, requestId });
    return this.receipts.of(earlier.id);
  }

  /** The caller owns the case: signing in with that phone later shows it. */
  private callerAccount(behalf: NonNullable<QuickCase['behalf']>): Promise<string> {
    return this.work.run(async (tx) => {
      const accountId = await this.accounts.ensurePersonByPhone(tx, { phone: behalf.phone, name: behalf.name });
      await this.accounts.nameIfUnnamed(tx, new Map([[accountId, behalf.name]]));
      return accountId;
    });
  }
}
