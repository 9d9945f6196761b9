import { Injectable } from '@nestjs/common';
import { Accounts, Organisations } from '@hejie/identity';
import type { Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { FitDelegatesView, Relation } from '../contract/index.js';

/** Who may give a letter of authority, and take it back. */
export const GRANTORS: readonly Relation[] = ['claimant', 'representative'];
/** Who of the union may act for workers. */
const DELEGATES = ['legal_officer', 'operator', 'grid_officer', 'lawyer'] as const;

/** Whom a letter may be given to: who serves in the case's own tree of organisations. */
@Injectable()
export class FitDelegates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly accounts: Accounts,
    private readonly organisations: Organisations,
  ) {}

  /** To choose from, the city first. @throws NOT_FOUND unless the actor may give a letter */
  async list(actor: Actor, caseId: string): Promise<FitDelegatesView> {
    await this.access.require(actor, caseId, GRANTORS);
    const root = await this.rootOf(caseId);
    const places = await this.accounts.placesOf(DELEGATES, root);
    const names = await this.accounts.names(places.map((p) => p.accountId));
    const organisations = (await this.organisations.within(root)).filter((o) => places.some((p) => p.organisationId === o.id));
    return {
      items: organisations.map(({ id, name }) => ({
        organisation: name,
        people: places.filter((p) => p.organisationId === id).map(({ accountId }) => ({ accountId, name: names.get(accountId)?.name ?? '' })),
      })),
    };
  }

  /** Whether an account is one of them. */
  async has(caseId: string, accountId: string): Promise<boolean> {
    return (await this.accounts.placesOf(DELEGATES, await this.rootOf(caseId))).some((p) => p.accountId === accountId);
  }

  private async rootOf(caseId: string): Promise<string> {
    const { organisationPath } = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    return `${organisationPath.split('/')[0]}/`;
  }
}
