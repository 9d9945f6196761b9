import { Injectable } from '@nestjs/common';
import { notFound, type Actor, type Tx } from '@hejie/platform';
import { Account } from '../accounts/account.entity.js';
import { refuse } from '../identity.refusals.js';
import { Organisation } from '../organisations/organisation.entity.js';
import type { StaffRole } from '../contract/index.js';
import { DataSource, type EntityManager } from 'typeorm';

/** Where somebody serves. */
export interface ServedPlace {
  readonly role: StaffRole;
  readonly organisationId: string;
  readonly path: string;
}

/** How far an administrator reaches: the organisations they are administrator of, and all below. */
@Injectable()
export class StaffReach {
  constructor(private readonly dataSource: DataSource) {}

  /** Paths of the organisations the actor administers; what else they serve in gives no reach. */
  async of(actor: Pick<Actor, 'accountId'>, manager: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows = await manager.query<{ path: string }[]>(
      `select o.path from account_role r join organisation o on o.id = r.organisation_id where r.account_id = $1 and r.role = 'admin'`,
      [actor.accountId],
    );
    return rows.map((r) => r.path);
  }

  /**
   * Locks the account of a member of staff who serves nowhere beyond the actor's reach: an account
   * that also serves elsewhere is for who is above both. @throws OWN_ACCOUNT; NOT_FOUND for unknown, foreign and people's accounts alike
   */
  async lock(tx: Tx, actor: Actor, accountId: string): Promise<{ account: Account; places: ServedPlace[] }> {
    if (accountId === actor.accountId) throw refuse('OWN_ACCOUNT');
    const account = await tx.findOne(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
    const places = await tx.query<ServedPlace[]>(
      `select r.role, o.id as "organisationId", o.path from account_role r join organisation o on o.id = r.organisation_id where r.account_id = $1 order by r.role`,
      [accountId],
    );
    const reach = await this.of(actor, tx);
    if (!account || !places.length || !places.every((p) => isWithin(reach, p.path))) throw notFound();
    return { account, places };
  }

  /**
   * Organisations that somebody can be given a place at; they stay open until the transaction ends.
   * @throws NOT_FOUND when one of them is unknown or beyond the actor's reach, ORGANISATION_CLOSED
   */
  async mustReach(tx: Tx, actor: Actor, organisationIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(organisationIds)];
    const rows = await tx.query<{ path: string; name: string; closed_at: Date | null }[]>(`select path, name, closed_at from organisation where id = any($1) order by id for share`, [wanted]);
    const reach = await this.of(actor, tx);
    if (rows.length < wanted.length || !rows.every((o) => isWithin(reach, o.path))) throw notFound();
    const closed = rows.find((o) => o.closed_at);
    if (closed) throw refuse('ORGANISATION_CLOSED', { params: { organisation: closed.name } });
  }

  /** Locks an organisation, open or closed: what somebody is giving to it is settled first. @throws NOT_FOUND for unknown ones and those beyond the actor's reach alike */
  async lockOrganisation(tx: Tx, actor: Actor, id: string): Promise<Organisation> {
    const organisation = await tx.findOne(Organisation, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!organisation || !isWithin(await this.of(actor, tx), organisation.path)) throw notFound();
    return organisation;
  }
}

/** Whether an organisation's path is one of these or below it. */
export const isWithin = (reach: readonly string[], path: string): boolean => reach.some((top) => path.startsWith(top));

/** The same in SQL, of `organisation o`. `$1`: the paths; ids have no character that `like` reads as its own. */
export const BELOW_ANY = `exists (select 1 from unnest($1::text[]) top where o.path like top || '%')`;
