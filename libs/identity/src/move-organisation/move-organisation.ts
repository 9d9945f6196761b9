import { Injectable } from '@nestjs/common';
import { AuditLog, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { organisationMoved } from '../contract/index.js';
import { refuse } from '../identity.refusals.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { OrganisationMoves } from '../organisations/organisation-moves.js';
import { ORGANISATION_TREE, mustBeFree } from '../organisations/organisation-tree.js';
import { isWithin, StaffReach } from '../staff/staff-reach.js';

/** Puts an organisation, with all below it, below another one. Who serves there, what it did and its cases stay with it from the same moment. */
@Injectable()
export class MoveOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: StaffReach,
    private readonly moves: OrganisationMoves,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Repeating it changes nothing. The top of the tree moves nowhere: everything else is below it.
   * @throws NOT_FOUND for organisations, old place and new, that are unknown or beyond the actor's reach, ORGANISATION_CLOSED, ORGANISATION_INTO_ITSELF, ORGANISATION_NAME_TAKEN
   */
  async execute(actor: Actor, id: string, parentId: string): Promise<void> {
    await this.work.serialised(ORGANISATION_TREE, async (tx) => {
      await this.takeAlong(tx, actor, id, parentId);
      const moved = await this.reach.lockOrganisation(tx, actor, id);
      await this.reach.mustReach(tx, actor, [parentId, ...(moved.parentId ? [moved.parentId] : [])]);
      if (moved.closedAt) throw refuse('ORGANISATION_CLOSED', { params: { organisation: moved.name } });
      if (moved.parentId === parentId) return;
      const above = await tx.findOneByOrFail(Organisation, { id: parentId });
      if (above.path.startsWith(moved.path)) throw refuse('ORGANISATION_INTO_ITSELF', { params: { organisation: moved.name } });
      await mustBeFree(tx, { parentId, name: moved.name });
      await this.rewrite(tx, moved, above);
      await this.audit.append(tx, { actorId: actor.accountId, action: 'identity.organisation_moved', subject: `organisation:${id}`, detail: { from: moved.parentId, to: parentId } });
      await this.outbox.put(tx, organisationMoved, { organisationId: id });
    });
  }

  /**
   * What hangs on the place goes first: a hand-over locks the case and then the organisation, and two orders would wait for each other. Nobody else
   * changes the tree meanwhile; what is refused afterwards undoes it.
   */
  private async takeAlong(tx: Tx, actor: Actor, id: string, parentId: string): Promise<void> {
    const [moved, above] = [await tx.findOneBy(Organisation, { id }), await tx.findOneBy(Organisation, { id: parentId })];
    if (!moved || !above || moved.parentId === parentId || above.path.startsWith(moved.path)) return;
    const reach = await this.reach.of(actor, tx);
    if (isWithin(reach, moved.path) && isWithin(reach, above.path)) await this.moves.follow(tx, moved.path, `${above.path}${id}/`);
  }

  private async rewrite(tx: Tx, { id, path }: Organisation, above: Organisation): Promise<void> {
    await tx.query(`update organisation set path = $2 || substr(path, length($1) + 1) where path like $1 || '%'`, [path, `${above.path}${id}/`]);
    await tx.update(Organisation, { id }, { parentId: above.id });
  }
}
