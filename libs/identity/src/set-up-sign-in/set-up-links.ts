import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Vault, type Tx } from '@hejie/platform';
import { newTotpSecret } from '../accounts/totp.js';
import type { SetUpLink } from '../contract/index.js';
import { StaffSetUp } from './staff-set-up.entity.js';

const VALID_MS = 72 * 3_600_000;

/** Links to set up signing in; what opens them is stored nowhere. */
@Injectable()
export class SetUpLinks {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Makes the account's link, good for 72 hours and once; one made before stops working. */
  async issue(tx: Tx, accountId: string): Promise<SetUpLink> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + VALID_MS);
    await tx.delete(StaffSetUp, { accountId });
    await tx.insert(StaffSetUp, { tokenHash: tokenHash(token), accountId, totpSecretSealed: this.vault.seal('staff.totp', newTotpSecret()), expiresAt });
    return { accountId, token, expiresAt: expiresAt.toISOString() };
  }
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
