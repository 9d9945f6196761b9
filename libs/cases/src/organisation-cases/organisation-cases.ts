import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganisationWork } from '@hejie/identity';

/** Says how many open cases an organisation of the union still serves; with any, it cannot be closed. */
@Injectable()
export class OrganisationCases implements OnModuleInit {
  constructor(private readonly work: OrganisationWork) {}

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
  }
}
