import { Injectable } from '@nestjs/common';
import { maskName, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { ClaimantVault } from '../case/claimant-details.js';
import type { CaseSummary, ListCases, Relation } from '../contract/index.js';

interface Row {
  id: string;
  number: string | null;
  status: CaseSummary['status'];
  outcome: CaseSummary['outcome'];
  primary_type: string | null;
  employer_name: string;
  claimant_sealed: string;
  amount_claimed_fen: string;
  filed_at: Date | null;
  updated_at: Date;
  relation: Relation | null;
}

/** The cases an actor may see, last changed first, filtered in SQL by the rule of `CaseAccess`. */
@Injectable()
export class CaseList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly claimants: ClaimantVault,
  ) {}

  async execute(actor: Actor, { status, relation, find, cursor, limit }: ListCases): Promise<{ items: CaseSummary[]; next?: string }> {
    const visible = this.access.visible(actor);
    const [at, after] = (cursor ?? '').split('_');
    const rows = await this.dataSource.query<Row[]>(
      `select c.id, c.number, c.status, c.outcome, c.primary_type, c.employer_name, c.claimant_sealed, c.amount_claimed_fen, c.filed_at, c.updated_at,
              (select m.relation from case_member m where m.case_id = c.id and m.account_id = $1 and m.until is null order by m.since limit 1) as relation
       from dispute_case c
       where ${visible.sql} and ($3::text is null or c.status = $3)
         and ($4::timestamptz is null or (c.updated_at, c.id) < ($4, $5::uuid))
         and ($6::text is null or strpos(lower(coalesce(c.number, '') || ' ' || c.employer_name), lower($6)) > 0)
         and ($7::text is null or exists (select 1 from case_member m where m.case_id = c.id and m.account_id = $1 and m.until is null and m.relation = $7))
       order by c.updated_at desc, c.id desc limit $8`,
      [...visible.params, status ?? null, at ? new Date(Number(at)) : null, after ?? null, find ?? null, relation ?? null, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((r) => this.summary(r)),
      ...(rows.length > limit && last ? { next: `${last.updated_at.getTime()}_${last.id}` } : {}),
    };
  }

  private summary(r: Row): CaseSummary {
    const name = this.claimants.open(r.claimant_sealed).name ?? '';
    return {
      id: r.id,
      number: r.number,
      status: r.status,
      outcome: r.outcome,
      primaryType: r.primary_type,
      claimantName: r.relation === 'claimant' ? name : maskName(name),
      employerName: r.employer_name,
      amountClaimedFen: Number(r.amount_claimed_fen),
      relation: r.relation ?? 'department',
      filedAt: r.filed_at?.toISOString() ?? null,
      updatedAt: r.updated_at.toISOString(),
    };
  }
}
