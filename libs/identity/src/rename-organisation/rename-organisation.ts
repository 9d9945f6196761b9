import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork, type Actor } from '@hejie/platform';
import { refuse } from '../identity.refusals.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ORGANISATION_TREE, mustBeFree } from '../organisations/organisation-tree.js';
import { StaffReach } from '../staff/staff-reach.js';

/** Calls an organisation otherwise from now on. What was signed and sealed keeps the name it had. */
@Injectable()
export class RenameOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: StaffReach,
    private readonly audit: AuditLog,
  ) {}

  /** Repeating it changes nothing. @throws NOT_FOUND for unknown organisations and those beyond the actor's reach alike, ORGANISATION_CLOSED, ORGANISATION_NAME_TAKEN */
  async execute(actor: Actor, id: string, name: string): Promise<void> {
    await this.work.serialised(ORGANISATION_TREE, async (tx) => {
      const { name: before, parentId, closedAt } = await this.reach.lockOrganisation(tx, actor, id);
      if (closedAt) throw refuse('ORGANISATION_CLOSED', { params: { organisation: before } });
      if (name === before) return;
      await mustBeFree(tx, { parentId, name, id });
      await tx.update(Organisation, { id }, { name });
      await this.audit.append(tx, { actorId: actor.accountId, action: 'identity.organisation_renamed', subject: `organisation:${id}`, detail: { from: before, to: name } });
    });
  }
}
