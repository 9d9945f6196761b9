import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork, Vault, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { Accounts } from '../accounts/accounts.js';
import type { ChangePhone } from '../contract/index.js';
import { refuse } from '../identity.refusals.js';
import { askingAs } from '../one-time-codes/code-asker.js';
import { OneTimeCodes, type CodeTarget } from '../one-time-codes/one-time-codes.js';
import { Sessions } from '../sessions/sessions.js';

const UNIQUE_VIOLATION = '23505';

/** Moves an account to another phone: whoever does it holds the old one and the new one at that moment. */
@Injectable()
export class PhoneChange {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly vault: Vault,
    private readonly accounts: Accounts,
    private readonly codes: OneTimeCodes,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** Sends a code to each. @throws PHONE_INVALID for no phone at all or the present one, CODE_TOO_SOON, CODE_TOO_OFTEN */
  async request(actor: Actor, newPhone: string): Promise<{ resendAfter: number }> {
    const targets = await this.targets(actor, newPhone);
    await this.codes.issue(targets.new, askingAs(actor));
    return this.codes.issue(targets.old, askingAs(actor));
  }

  /** Ends all other sessions: who changes a phone has often lost one. @throws CODE_INVALID, PHONE_INVALID, PHONE_TAKEN */
  async execute(actor: Actor, { phone: typed, oldCode, newCode }: ChangePhone): Promise<void> {
    const targets = await this.targets(actor, typed);
    await this.codes.consumeAll([{ target: targets.old, code: oldCode }, { target: targets.new, code: newCode }], askingAs(actor));
    const { phone } = targets.new;
    try {
      await this.work.run(async (tx) => {
        await tx.update(Account, { id: actor.accountId }, { phoneSealed: this.vault.seal('account.phone', phone), phoneIndex: this.vault.blindIndex('account.phone', phone) });
        await this.audit.append(tx, { actorId: actor.accountId, action: 'identity.phone_changed', subject: `account:${actor.accountId}` });
      });
    } catch (error) {
      // said only to somebody who has just proved to hold that phone
      throw (error as { code?: unknown }).code === UNIQUE_VIOLATION ? refuse('PHONE_TAKEN') : error;
    }
    await this.sessions.revokeAll(actor.accountId, actor.sessionId);
  }

  /** Each code is good for this person's change between these two phones only. */
  private async targets(actor: Actor, typed: string): Promise<{ old: CodeTarget; new: CodeTarget }> {
    const phone = this.accounts.phone(typed);
    const account = await this.dataSource.getRepository(Account).findOneByOrFail({ id: actor.accountId });
    const present = account.phoneSealed && this.vault.open('account.phone', account.phoneSealed);
    if (!present || present === phone) throw refuse('PHONE_INVALID');
    return {
      old: { phone: present, purpose: 'change_phone_old', subject: this.vault.blindIndex('account.phone', phone) },
      new: { phone, purpose: 'change_phone_new', subject: actor.accountId },
    };
  }
}
