import { Injectable } from '@nestjs/common';
import { Accounts, Organisations } from '@hejie/identity';
import type { Actor } from '@hejie/platform';
import type { Role } from '@hejie/platform/contract';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { HandOver, Takers } from '../contract/index.js';

/** Roles that can own a case. */
const OFFICERS: readonly Role[] = ['operator', 'grid_officer', 'legal_officer'];
/** The union's own organisations; law firms, enterprises and partners of the tree own no case. */
const UNION = ['city', 'county', 'street', 'station'];

export interface Taker {
  /** Null when an organisation is to find one. */
  readonly accountId: string | null;
  readonly organisation: { readonly id: string; readonly name: string; readonly path: string };
  /** Who may open or take the case now. */
  readonly officers: readonly string[];
}

/** Who a case can be handed to: officers and organisations of the union's tree that it belongs to. */
@Injectable()
export class CaseTakers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly accounts: Accounts,
    private readonly organisations: Organisations,
  ) {}

  /** To choose from. @throws NOT_FOUND unless the actor may hand the case over */
  async list(actor: Actor, caseId: string): Promise<Takers> {
    await this.access.require(actor, caseId, ['officer', 'department']);
    const { organisationPath } = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    const tree = await this.tree(organisationPath);
    const names = await this.accounts.names(tree.flatMap((o) => o.officers));
    return {
      items: tree.map(({ organisation, officers }) => ({
        organisationId: organisation.id,
        organisation: organisation.name,
        officers: officers.map((accountId) => ({ accountId, name: names.get(accountId)?.name ?? '' })),
      })),
    };
  }

  /** The one asked for, or null when nobody in the case's tree is that. */
  async find(organisationPath: string, to: HandOver['to']): Promise<Taker | null> {
    const tree = await this.tree(organisationPath);
    if ('organisationId' in to) {
      const found = tree.find((o) => o.organisation.id === to.organisationId);
      return found ? { accountId: null, ...found } : null;
    }
    const at = tree.find((o) => o.officers.includes(to.accountId));
    return at ? { accountId: to.accountId, organisation: at.organisation, officers: [to.accountId] } : null;
  }

  /** The union's organisations under the root of a path, each with the officers who serve exactly there. */
  private async tree(path: string): Promise<{ organisation: Taker['organisation']; officers: string[] }[]> {
    const root = `${path.split('/')[0]}/`;
    const organisations = (await this.organisations.within(root)).filter((o) => UNION.includes(o.kind));
    const places = await this.accounts.placesOf(OFFICERS, root);
    return organisations.map(({ id, name, path: at }) => ({
      organisation: { id, name, path: at },
      officers: places.filter((p) => p.organisationId === id).map((p) => p.accountId),
    }));
  }
}
