import { Injectable } from '@nestjs/common';
import type { Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { Administered, OrganisationsView, OrganisationView } from '../contract/index.js';
import { OrganisationWork } from '../organisations/organisation-work.js';
import { BELOW_ANY, StaffReach } from '../staff/staff-reach.js';

interface PlacedRow {
  id: string;
  parent_id: string | null;
  path: string;
  name: string;
  kind: OrganisationView['kind'];
  depth: number;
  closed_at: Date | null;
  staff: number;
}

/** The organisations an administrator answers for, each after the one it belongs to. */
@Injectable()
export class OrganisationDirectory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: StaffReach,
    private readonly work: OrganisationWork,
  ) {}

  /** Open and closed ones, with what each has to see to. */
  async all(actor: Actor): Promise<OrganisationsView> {
    const rows = await this.rows(actor);
    const inReach = new Set(rows.map((o) => o.id));
    const openCases = await this.work.of(rows, this.dataSource.manager);
    return {
      items: rows.map(({ id, parent_id, name, kind, depth, closed_at, staff }) => ({
        id,
        // what is above one's reach is not told
        parentId: parent_id && inReach.has(parent_id) ? parent_id : null,
        name,
        kind,
        depth,
        closedAt: closed_at?.toISOString() ?? null,
        staff,
        openCases: openCases.get(id) ?? 0,
      })),
    };
  }

  /** Those that somebody can be given a place at. */
  async open(actor: Actor): Promise<Administered> {
    return { items: (await this.rows(actor)).filter((o) => !o.closed_at).map(({ id, name, kind, depth }) => ({ id, name, kind, depth })) };
  }

  private async rows(actor: Actor): Promise<PlacedRow[]> {
    const reach = await this.reach.of(actor);
    const rows = await this.dataSource.query<Omit<PlacedRow, 'depth'>[]>(
      `select o.id, o.parent_id, o.path, o.name, o.kind, o.closed_at, coalesce(s.n, 0) as staff
       from organisation o
       left join (select r.organisation_id, count(distinct r.account_id)::int as n from account_role r join account a on a.id = r.account_id
                  where a.disabled_at is null group by 1) s on s.organisation_id = o.id
       where ${BELOW_ANY} order by o.path`,
      [reach],
    );
    return rows.map((o) => ({ ...o, depth: levels(o.path) - Math.min(...reach.filter((top) => o.path.startsWith(top)).map(levels)) }));
  }
}

const levels = (path: string) => path.split('/').length;
