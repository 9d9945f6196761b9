import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork, type Actor } from '@hejie/platform';
import { AccountRole } from '../accounts/account-role.entity.js';
import type { StaffPlaces } from '../contract/index.js';
import { ADMINISTRATORS, keepAnAdministrator } from '../staff/administrators.js';
import { StaffReach } from '../staff/staff-reach.js';

/** Says anew what a member of staff is, and where. Their open sockets end within seconds, their next request is judged by the new roles. */
@Injectable()
export class ChangeRoles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: StaffReach,
    private readonly audit: AuditLog,
  ) {}

  /** Repeating it changes nothing. @throws NOT_FOUND for accounts and organisations beyond the actor's reach, ORGANISATION_CLOSED, OWN_ACCOUNT, LAST_ADMINISTRATOR */
  async execute(actor: Actor, accountId: string, places: StaffPlaces): Promise<void> {
    await this.work.serialised(ADMINISTRATORS, async (tx) => {
      const { places: before } = await this.reach.lock(tx, actor, accountId);
      await this.reach.mustReach(tx, actor, places.map((p) => p.organisationId));
      const [from, to] = [before, places].map(inOrder);
      if (JSON.stringify(from) === JSON.stringify(to)) return;
      await keepAnAdministrator(tx, accountId, places.filter((p) => p.role === 'admin').map((p) => p.organisationId));
      await tx.delete(AccountRole, { accountId });
      await tx.insert(AccountRole, places.map((p) => ({ ...p, accountId })));
      await this.audit.append(tx, { actorId: actor.accountId, action: 'identity.staff_roles_changed', subject: `account:${accountId}`, detail: { from, to } });
    });
  }
}

const inOrder = (places: StaffPlaces) => places.map(({ role, organisationId }) => ({ role, organisationId })).sort((a, b) => (a.role < b.role ? -1 : 1));
