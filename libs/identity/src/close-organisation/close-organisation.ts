import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { refuse } from '../identity.refusals.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ORGANISATION_TREE, mustBeFree } from '../organisations/organisation-tree.js';
import { OrganisationWork } from '../organisations/organisation-work.js';
import { StaffReach } from '../staff/staff-reach.js';

/** Closes an organisation that has nothing left to see to, and opens it again. Its past stays under its name. */
@Injectable()
export class CloseOrganisation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reach: StaffReach,
    private readonly openWork: OrganisationWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Repeating it changes nothing. @throws NOT_FOUND for unknown organisations and those beyond the actor's reach alike, and what `mayClose` and `mayOpen` throw */
  async execute(actor: Actor, id: string, closed: boolean): Promise<void> {
    await this.work.serialised(ORGANISATION_TREE, async (tx) => {
      const organisation = await this.reach.lockOrganisation(tx, actor, id);
      if ((organisation.closedAt !== null) === closed) return;
      await (closed ? this.mayClose(tx, organisation) : this.mayOpen(tx, organisation));
      await tx.update(Organisation, { id }, { closedAt: closed ? this.clock.now() : null });
      await this.audit.append(tx, { actorId: actor.accountId, action: closed ? 'identity.organisation_closed' : 'identity.organisation_opened', subject: `organisation:${id}`, detail: {} });
    });
  }

  /** @throws ORGANISATION_HAS_PARTS, ORGANISATION_HAS_STAFF, ORGANISATION_HAS_CASES */
  private async mayClose(tx: Tx, { id, path, name }: Organisation): Promise<void> {
    const [found] = await tx.query<[{ parts: number; staff: number }]>(
      `select (select count(*)::int from organisation where parent_id = $1 and closed_at is null) as parts,
              (select count(distinct r.account_id)::int from account_role r join account a on a.id = r.account_id where r.organisation_id = $1 and a.disabled_at is null) as staff`,
      [id],
    );
    const because = (count: number) => ({ params: { organisation: name, count: String(count) } });
    if (found.parts) throw refuse('ORGANISATION_HAS_PARTS', because(found.parts));
    if (found.staff) throw refuse('ORGANISATION_HAS_STAFF', because(found.staff));
    const cases = (await this.openWork.of([{ id, path }], tx)).get(id);
    if (cases) throw refuse('ORGANISATION_HAS_CASES', because(cases));
  }

  /** @throws ORGANISATION_CLOSED while the one above is, ORGANISATION_NAME_TAKEN by one that came since */
  private async mayOpen(tx: Tx, { id, parentId, name }: Organisation): Promise<void> {
    const above = parentId ? await tx.findOneByOrFail(Organisation, { id: parentId }) : null;
    if (above?.closedAt) throw refuse('ORGANISATION_CLOSED', { params: { organisation: above.name } });
    await mustBeFree(tx, { parentId, name, id });
  }
}
