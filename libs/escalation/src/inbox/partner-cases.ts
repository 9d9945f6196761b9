import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganisationWork } from '@hejie/identity';
import { SHOWN } from './status-order.js';

/** Says how many cases a partner has yet to decide; with any, its organisation cannot be closed. */
@Injectable()
export class PartnerCases implements OnModuleInit {
  constructor(private readonly work: OrganisationWork) {}

  onModuleInit(): void {
    this.work.add(async (places, manager) => {
      const rows = await manager.query<{ id: string; n: number }[]>(
        `select e.partner_id as id, count(*)::int as n from escalation e where e.partner_id = any($1) and e.status <> all($2) group by 1`,
        [places.map((p) => p.id), SHOWN.over],
      );
      return new Map(rows.map((r) => [r.id, r.n]));
    });
  }
}
