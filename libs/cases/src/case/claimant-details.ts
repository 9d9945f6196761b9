import { Injectable } from '@nestjs/common';
import { Vault } from '@hejie/platform';
import type { DraftAnswers } from '../contract/index.js';

export type ClaimantDetails = NonNullable<DraftAnswers['claimant']>;

/** Seals and opens the claimant's particulars, which no query ever needs to look into. */
@Injectable()
export class ClaimantVault {
  constructor(private readonly vault: Vault) {}

  seal(details: ClaimantDetails): string {
    return this.vault.seal('case.claimant', JSON.stringify(details));
  }

  open(sealed: string): ClaimantDetails {
    return JSON.parse(this.vault.open('case.claimant', sealed)) as ClaimantDetails;
  }
}
