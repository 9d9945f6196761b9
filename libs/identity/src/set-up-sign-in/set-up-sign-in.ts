import { hash } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, UnitOfWork, Vault } from '@hejie/platform';
import { DataSource, MoreThan, type EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { PASSWORD_HASHING } from '../accounts/accounts.js';
import { StaffCredential } from '../accounts/staff-credential.entity.js';
import { totpAddress, totpStep } from '../accounts/totp.js';
import type { SetUp, SetUpView } from '../contract/index.js';
import { refuse } from '../identity.refusals.js';
import { Sessions } from '../sessions/sessions.js';
import { tokenHash } from './set-up-links.js';
import { StaffSetUp } from './staff-set-up.entity.js';

/** Whoever holds a set-up link chooses the account's password and authenticator, which no administrator ever learns. */
@Injectable()
export class SetUpSignIn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  /** Whose sign-in the link sets up, and the secret for the authenticator. @throws SET_UP_INVALID for unknown, used and late links alike */
  async look(token: string): Promise<SetUpView> {
    const { accountId, totpSecretSealed } = await this.standing(this.dataSource.manager, token, false);
    const account = await this.dataSource.getRepository(Account).findOneByOrFail({ id: accountId });
    const { username } = await this.dataSource.getRepository(StaffCredential).findOneByOrFail({ accountId });
    const secret = this.vault.open('staff.totp', totpSecretSealed);
    return { name: this.vault.open('account.name', account.nameSealed), username, secret, authenticator: totpAddress(secret, username) };
  }

  /** Uses the link up and signs in. @throws SET_UP_INVALID, TOTP_INVALID, PASSWORD_IS_NAME, ACCOUNT_DISABLED; the link stays good then */
  async execute({ token, password, code }: SetUp, userAgent: string): Promise<{ accountId: string; token: string; sessionId: string }> {
    const passwordHash = await hash(password, PASSWORD_HASHING);
    return this.work.run(async (tx) => {
      const { accountId, totpSecretSealed } = await this.standing(tx, token, true);
      const credential = await tx.findOneByOrFail(StaffCredential, { accountId });
      if (password.toLowerCase().includes(credential.username.toLowerCase())) throw refuse('PASSWORD_IS_NAME');
      const step = totpStep(this.vault.open('staff.totp', totpSecretSealed), code, this.clock.now());
      if (step === null) throw refuse('TOTP_INVALID');
      await tx.update(StaffCredential, { accountId }, { passwordHash, totpSecretSealed, lastStep: String(step) });
      await tx.delete(StaffSetUp, { accountId });
      await this.audit.append(tx, { actorId: accountId, action: 'identity.staff_set_up', subject: `account:${accountId}` });
      return { accountId, ...(await this.sessions.start(tx, accountId, userAgent, { means: 'password_totp' })) };
    });
  }

  /** Locked, a reset or a second use of the link has to wait, and finds nothing then. */
  private async standing(manager: EntityManager, token: string, lock: boolean): Promise<StaffSetUp> {
    const where = { tokenHash: tokenHash(token), expiresAt: MoreThan(this.clock.now()) };
    const found = await manager.findOne(StaffSetUp, { where, ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}) });
    if (!found) throw refuse('SET_UP_INVALID');
    return found;
  }
}
