import { Injectable } from '@nestjs/common';
import { AuditLog, UnitOfWork, type Tx } from '@hejie/platform';
import { Accounts } from '../accounts/accounts.js';
import type { SetUpLink } from '../contract/index.js';
import { refuse } from '../identity.refusals.js';
import { Organisations } from '../organisations/organisations.js';
import { SetUpLinks } from '../set-up-sign-in/set-up-links.js';
import type { Foundation, Part } from './foundation.js';

/** Makes the union of an empty installation, the tree below it, and its first administrator, who invites everybody else. */
@Injectable()
export class FoundUnion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: Organisations,
    private readonly accounts: Accounts,
    private readonly links: SetUpLinks,
    private readonly audit: AuditLog,
  ) {}

  /** All or nothing. @returns the link by which the administrator sets signing in up @throws UNION_FOUNDED where there is a union already */
  execute({ union, parts, administrator }: Foundation): Promise<SetUpLink> {
    return this.work.serialised('identity:union', async (tx) => {
      if (await this.organisations.root()) throw refuse('UNION_FOUNDED');
      const { id } = await this.organisations.create(tx, { name: union, kind: 'city', parentId: null });
      await this.below(tx, id, parts);
      const accountId = await this.accounts.inviteStaff(tx, { ...administrator, places: [{ role: 'admin', organisationId: id }] });
      await this.audit.append(tx, { actorId: null, action: 'identity.union_founded', subject: `account:${accountId}`, detail: { organisationId: id } });
      return this.links.issue(tx, accountId);
    });
  }

  private async below(tx: Tx, parentId: string, parts: readonly Part[]): Promise<void> {
    for (const { name, kind, parts: further } of parts) {
      const { id } = await this.organisations.create(tx, { name, kind, parentId });
      await this.below(tx, id, further);
    }
  }
}
