import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork, Vault } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { PASSWORD_HASHING } from '../accounts/accounts.js';
import { StaffCredential } from '../accounts/staff-credential.entity.js';
import { totpStep } from '../accounts/totp.js';
import type { StaffPassword, StaffTotp } from '../contract/index.js';
import { refuse } from '../identity.refusals.js';
import { Sessions } from '../sessions/sessions.js';
import { SignInLimits } from '../sessions/sign-in-limits.js';
import { StaffChallenge } from './staff-challenge.entity.js';

const CHALLENGE_MS = 5 * 60_000;
const MAX_TRIES = 5;

/** Password first, then a time-based code; each code works once. Unknown names cost the same time as wrong passwords. */
@Injectable()
export class StaffSignIn {
  /** What an unknown name's password is checked against. */
  private readonly nobody = hash(randomBytes(16).toString('hex'), PASSWORD_HASHING);

  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly limits: SignInLimits,
  ) {}

  /** @throws CREDENTIALS_INVALID, SIGN_IN_TOO_MANY */
  async checkPassword({ username, password }: StaffPassword, address: string): Promise<{ challengeId: string; expiresAt: string }> {
    await this.limits.staffAttempt(username, address);
    const credential = await this.dataSource.getRepository(StaffCredential).findOneBy({ username });
    const right = await verify(credential?.passwordHash ?? (await this.nobody), password);
    if (!credential?.totpSecretSealed || !right) throw refuse('CREDENTIALS_INVALID');
    const challengeId = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + CHALLENGE_MS);
    await this.dataSource.getRepository(StaffChallenge).insert({ idHash: hashOf(challengeId), accountId: credential.accountId, expiresAt });
    return { challengeId, expiresAt: expiresAt.toISOString() };
  }

  /** @throws CREDENTIALS_INVALID for a wrong, reused or late code alike; wrong tries are kept. SIGN_IN_TOO_MANY */
  async checkTotp({ challengeId, code }: StaffTotp, from: { address: string; userAgent: string }): Promise<{ accountId: string; token: string; sessionId: string }> {
    const idHash = hashOf(challengeId);
    const asked = await this.dataSource.getRepository(StaffChallenge).findOneBy({ idHash });
    if (asked) await this.limits.totpAttempt(asked.accountId);
    const started = await this.work.serialised(`staff-challenge:${idHash}`, async (tx) => {
      const challenge = await tx.findOneBy(StaffChallenge, { idHash });
      if (!challenge || challenge.tries >= MAX_TRIES || challenge.expiresAt < this.clock.now()) return null;
      const credential = await tx.findOneOrFail(StaffCredential, { where: { accountId: challenge.accountId }, lock: { mode: 'pessimistic_write' } });
      const step = credential.totpSecretSealed && totpStep(this.vault.open('staff.totp', credential.totpSecretSealed), code, this.clock.now());
      if (!step || step <= Number(credential.lastStep)) {
        await tx.increment(StaffChallenge, { idHash }, 'tries', 1);
        return null;
      }
      await tx.update(StaffCredential, { accountId: credential.accountId }, { lastStep: String(step) });
      await tx.delete(StaffChallenge, { idHash });
      return { accountId: credential.accountId, username: credential.username, ...(await this.sessions.start(tx, credential.accountId, from.userAgent, { means: 'password_totp' })) };
    });
    if (!started) throw refuse('CREDENTIALS_INVALID');
    await this.limits.staffSucceeded(started, from.address);
    return started;
  }
}

function hashOf(challengeId: string): string {
  return createHash('sha256').update(challengeId).digest('base64url');
}
