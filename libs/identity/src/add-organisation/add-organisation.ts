import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork, type Actor } from '@hejie/platform';
import type { AddedOrganisation, AddOrganisation as NewOrganisation } from '../contract/index.js';
import { ORGANISATION_TREE, mustBeFree } from '../organisations/organisation-tree.js';
import { Organisations } from '../organisations/organisations.js';
import { StaffReach } from '../staff/staff-reach.js';

/** Makes an organisation below one that an administrator answers for; it is theirs at once. */
@Injectable()
export class AddOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: Organisations,
    private readonly reach: StaffReach,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND for a place that is unknown or beyond the actor's reach, ORGANISATION_CLOSED, ORGANISATION_NAME_TAKEN */
  execute(actor: Actor, { parentId, name, kind }: NewOrganisation): Promise<AddedOrganisation> {
    return this.work.serialised(ORGANISATION_TREE, async (tx) => {
      await this.reach.mustReach(tx, actor, [parentId]);
      await mustBeFree(tx, { parentId, name });
      const { id } = await this.organisations.create(tx, { name, kind, parentId });
      await this.audit.append(tx, { actorId: actor.accountId, action: 'identity.organisation_added', subject: `organisation:${id}`, detail: { parentId, name, kind } });
      return { id };
    });
  }
}
