import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, UnitOfWork, type Actor } from '@hejie/platform';
import { Account } from '../accounts/account.entity.js';
import { Sessions } from '../sessions/sessions.js';
import { ADMINISTRATORS, keepAnAdministrator } from '../staff/administrators.js';
import { StaffReach } from '../staff/staff-reach.js';

/** Closes the account of somebody who left, and opens it again: for administrators, within their organisations. */
@Injectable()
export class DisableStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: StaffReach,
    private readonly audit: AuditLog,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Repeating it changes nothing. @throws NOT_FOUND for unknown, foreign and people's accounts alike; OWN_ACCOUNT; LAST_ADMINISTRATOR; ORGANISATION_CLOSED where somebody coming back would serve */
  async execute(actor: Actor, accountId: string, disabled: boolean): Promise<void> {
    await this.work.serialised(ADMINISTRATORS, async (tx) => {
      const { account, places } = await this.reach.lock(tx, actor, accountId);
      if ((account.disabledAt !== null) === disabled) return;
      if (disabled) await keepAnAdministrator(tx, accountId);
      else await this.reach.mustReach(tx, actor, places.map((p) => p.organisationId));
      await tx.update(Account, { id: accountId }, { disabledAt: disabled ? this.clock.now() : null });
      await this.audit.append(tx, { actorId: actor.accountId, action: disabled ? 'identity.staff_disabled' : 'identity.staff_enabled', subject: `account:${accountId}`, detail: {} });
    });
    if (disabled) await this.sessions.revokeAll(accountId);
  }
}
