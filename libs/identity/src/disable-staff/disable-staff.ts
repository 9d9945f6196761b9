import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import { AccountRole } from '../accounts/account-role.entity.js';
import { Account } from '../accounts/account.entity.js';
import { refuse } from '../identity.refusals.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Sessions } from '../sessions/sessions.js';

/** Closes the account of somebody who left, and opens it again: for administrators, within their organisations. */
@Injectable()
export class DisableStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Repeating it changes nothing. @throws NOT_FOUND for unknown, foreign and people's accounts alike; OWN_ACCOUNT */
  async execute(actor: Actor, accountId: string, disabled: boolean): Promise<void> {
    if (accountId === actor.accountId) throw refuse('OWN_ACCOUNT');
    await this.work.run(async (tx) => {
      const places = await tx
        .createQueryBuilder(Organisation, 'o')
        .innerJoin(AccountRole, 'r', 'r.organisation_id = o.id')
        .where('r.account_id = :accountId', { accountId })
        .getMany();
      if (!places.some((o) => actor.organisations.some((mine) => o.path.startsWith(mine)))) throw notFound();
      const account = await tx.findOneOrFail(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
      if ((account.disabledAt !== null) === disabled) return;
      await tx.update(Account, { id: accountId }, { disabledAt: disabled ? this.clock.now() : null });
      await this.audit.append(tx, { actorId: actor.accountId, action: disabled ? 'identity.staff_disabled' : 'identity.staff_enabled', subject: `account:${accountId}`, detail: {} });
    });
    if (disabled) await this.sessions.revokeAll(accountId);
  }
}
