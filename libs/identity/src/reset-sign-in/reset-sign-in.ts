import { Injectable } from '@nestjs/common';
import { AuditLog, Outbox, UnitOfWork, type Actor } from '@hejie/platform';
import { StaffCredential } from '../accounts/staff-credential.entity.js';
import { signInReset, type SetUpLink } from '../contract/index.js';
import { refuse } from '../identity.refusals.js';
import { Sessions } from '../sessions/sessions.js';
import { SetUpLinks } from '../set-up-sign-in/set-up-links.js';
import { StaffReach } from '../staff/staff-reach.js';
import { StaffChallenge } from '../staff-sign-in/staff-challenge.entity.js';

/** For who lost the authenticator, or their invitation: the old code stops working at once, a new link lets them choose password and authenticator. */
@Injectable()
export class ResetSignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: StaffReach,
    private readonly links: SetUpLinks,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** Ends every session: whoever found the lost phone may have one. @throws NOT_FOUND for accounts beyond the actor's reach, OWN_ACCOUNT, ACCOUNT_DISABLED */
  async execute(actor: Actor, accountId: string): Promise<SetUpLink> {
    const link = await this.work.run(async (tx) => {
      const { account } = await this.reach.lock(tx, actor, accountId);
      if (account.disabledAt) throw refuse('ACCOUNT_DISABLED');
      await tx.update(StaffCredential, { accountId }, { totpSecretSealed: null });
      await tx.delete(StaffChallenge, { accountId });
      await this.audit.append(tx, { actorId: actor.accountId, action: 'identity.staff_sign_in_reset', subject: `account:${accountId}` });
      // the administrator holds the link now: whoever it is about hears of it where nobody else reads
      await this.outbox.put(tx, signInReset, { accountId });
      return this.links.issue(tx, accountId);
    });
    await this.sessions.revokeAll(accountId);
    return link;
  }
}
