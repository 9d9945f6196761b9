import { Injectable } from '@nestjs/common';
import { maskPhone, notFound, Vault, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { ListStaff, StaffList, StaffMember, StaffState } from '../contract/index.js';
import { BELOW_ANY, isWithin, StaffReach } from '../staff/staff-reach.js';

const PAGE_SIZE = 50;

interface StaffRow {
  id: string;
  name_sealed: string;
  phone_sealed: string | null;
  username: string;
  state: StaffState;
  places: (StaffMember['places'][number] & { path: string })[];
}

/** Who serves in the organisations an administrator answers for. */
@Injectable()
export class StaffDirectory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly reach: StaffReach,
  ) {}

  /** By user name. @throws NOT_FOUND for an organisation that is unknown or beyond reach */
  async list(actor: Actor, { organisationId, role, state, find = '', page }: ListStaff): Promise<StaffList> {
    const reach = await this.reach.of(actor);
    const within = organisationId ? await this.subtree(reach, organisationId) : reach;
    const words = find.toLowerCase();
    // names are sealed, so they can be looked through only here
    const found = (await this.within(within))
      .map((row) => ({ row, name: this.vault.open('account.name', row.name_sealed) }))
      .filter(({ row, name }) => (!state || row.state === state) && (!role || row.places.some((p) => p.role === role && isWithin(within, p.path))) && `${name} ${row.username}`.toLowerCase().includes(words));
    const items = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ row }) => this.member(actor, reach, row));
    return { items, total: found.length, pageSize: PAGE_SIZE };
  }

  /** @throws NOT_FOUND for whoever serves nowhere within reach, and for nobody */
  async one(actor: Actor, accountId: string): Promise<StaffMember> {
    const reach = await this.reach.of(actor);
    const [row] = await this.within(reach, accountId);
    if (!row) throw notFound();
    return this.member(actor, reach, row);
  }

  private member(actor: Actor, reach: readonly string[], row: StaffRow): StaffMember {
    return {
      accountId: row.id,
      name: this.vault.open('account.name', row.name_sealed),
      username: row.username,
      phoneMasked: row.phone_sealed && maskPhone(this.vault.open('account.phone', row.phone_sealed)),
      // where else somebody serves is told to who is above both
      places: row.places.filter((p) => isWithin(reach, p.path)),
      state: row.state,
      mine: row.id === actor.accountId,
      changeable: row.id !== actor.accountId && row.places.every((p) => isWithin(reach, p.path)),
    };
  }

  private async subtree(reach: readonly string[], organisationId: string): Promise<string[]> {
    const [organisation] = await this.dataSource.query<{ path: string }[]>('select path from organisation where id = $1', [organisationId]);
    if (!organisation || !isWithin(reach, organisation.path)) throw notFound();
    return [organisation.path];
  }

  private within(paths: readonly string[], accountId: string | null = null): Promise<StaffRow[]> {
    return this.dataSource.query<StaffRow[]>(
      `select a.id, a.name_sealed, a.phone_sealed, c.username,
              case when a.disabled_at is not null then 'disabled'
                   when c.totp_secret_sealed is not null or exists (select 1 from staff_oidc b where b.account_id = a.id) then 'active'
                   when c.password_hash is not null then 'reset' else 'invited' end as state,
              (select json_agg(json_build_object('role', r.role, 'organisationId', o.id, 'organisation', o.name, 'path', o.path) order by o.path, r.role)
               from account_role r join organisation o on o.id = r.organisation_id where r.account_id = a.id) as places
       from staff_credential c join account a on a.id = c.account_id
       where exists (select 1 from account_role r join organisation o on o.id = r.organisation_id where r.account_id = a.id and ${BELOW_ANY})
         and ($2::uuid is null or a.id = $2)
       order by c.username`,
      [paths, accountId],
    );
  }
}
