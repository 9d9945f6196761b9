import { Injectable } from '@nestjs/common';
import { Vault, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { Confirmation } from '../contract/index.js';
import { refuse } from '../identity.refusals.js';
import { askingAs } from '../one-time-codes/code-asker.js';
import { OneTimeCodes } from '../one-time-codes/one-time-codes.js';

/** A fresh code to one's own phone that confirms one act on one thing, e.g. signing one agreement. */
@Injectable()
export class ConfirmationCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly codes: OneTimeCodes,
  ) {}

  /** @throws PHONE_INVALID when the account has no phone, CODE_TOO_SOON, CODE_TOO_OFTEN */
  async request(actor: Actor, { purpose, subject }: Confirmation): Promise<{ resendAfter: number }> {
    return this.codes.issue({ phone: await this.phoneOf(actor), purpose, subject }, askingAs(actor));
  }

  /** Uses the code up. Call it before the transaction it confirms: a code is spent even if that fails. @throws CODE_INVALID */
  async consume(actor: Actor, { purpose, subject }: Confirmation, code: string): Promise<void> {
    await this.codes.consume({ phone: await this.phoneOf(actor), purpose, subject }, code, askingAs(actor));
  }

  private async phoneOf(actor: Actor): Promise<string> {
    const account = await this.dataSource.getRepository(Account).findOneByOrFail({ id: actor.accountId });
    if (!account.phoneSealed) throw refuse('PHONE_INVALID');
    return this.vault.open('account.phone', account.phoneSealed);
  }
}
