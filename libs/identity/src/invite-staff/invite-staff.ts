import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork, type Actor } from '@hejie/platform';
import { Accounts } from '../accounts/accounts.js';
import type { InviteStaff as Invitation, SetUpLink } from '../contract/index.js';
import { refuse } from '../identity.refusals.js';
import { SetUpLinks } from '../set-up-sign-in/set-up-links.js';
import { StaffReach } from '../staff/staff-reach.js';

const TAKEN: Readonly<Record<string, 'USERNAME_TAKEN' | 'STAFF_PHONE_TAKEN'>> = { staff_credential_username: 'USERNAME_TAKEN', account_phone: 'STAFF_PHONE_TAKEN' };

/** Makes the account of a new member of staff, who sets up signing in by the link that comes of it. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly reach: StaffReach,
    private readonly links: SetUpLinks,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND for an organisation beyond the actor's reach, ORGANISATION_CLOSED, USERNAME_TAKEN, STAFF_PHONE_TAKEN, PHONE_INVALID */
  async execute(actor: Actor, { places, ...person }: Invitation): Promise<SetUpLink> {
    try {
      return await this.work.run(async (tx) => {
        await this.reach.mustReach(tx, actor, places.map((p) => p.organisationId));
        const accountId = await this.accounts.inviteStaff(tx, { ...person, places });
        await this.audit.append(tx, { actorId: actor.accountId, action: 'identity.staff_invited', subject: `account:${accountId}`, detail: { places } });
        return this.links.issue(tx, accountId);
      });
    } catch (error) {
      const taken = TAKEN[(error as { constraint?: string }).constraint ?? ''];
      throw taken ? refuse(taken) : error;
    }
  }
}
