import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganisationMoves, OrganisationWork } from '@hejie/identity';

/** Says how many open cases an organisation of the union still serves: with any, it cannot be closed. Moved, it takes its cases along at once. */
@Injectable()
export class OrganisationCases implements OnModuleInit {
  constructor(
    private readonly work: OrganisationWork,
    private readonly moves: OrganisationMoves,
  ) {}

  onModuleInit(): void {
    this.work.add(async (places, manager) => {
      const rows = await manager.query<{ path: string; n: number }[]>(
        `select c.organisation_path as path, count(*)::int as n from dispute_case c
         where c.organisation_path = any($1) and c.filed_at is not null and c.status not in ('closed', 'withdrawn') group by 1`,
        [places.map((p) => p.path)],
      );
      const open = new Map(rows.map((r) => [r.path, r.n]));
      return new Map(places.map((p) => [p.id, open.get(p.path) ?? 0]));
    });
    // the rows in the order of their ids, as everything else that locks several
    this.moves.add(async (tx, from, to) => {
      await tx.query(`with moved as materialized (select id from dispute_case where organisation_path like $1 || '%' order by id for no key update)
        update dispute_case c set organisation_path = $2 || substr(c.organisation_path, length($1) + 1) from moved m where c.id = m.id`, [from, to]);
    });
  }
}
