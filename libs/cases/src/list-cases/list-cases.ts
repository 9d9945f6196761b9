import { Injectable } from '@nestjs/common';
import { maskName, type Actor } from '@hejie/platform';
import type { Role } from '@hejie/platform/contract';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { CaseDues } from '../dues/case-dues.js';
import type { CaseCounts, CaseSummary, DueThing, ListCases, Relation } from '../contract/index.js';

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

const OFFICERS: readonly Role[] = ['operator', 'grid_officer', 'legal_officer'];

/** A refusal of `dispute_case c` that a second officer has not decided yet; nobody else is told of it. */
const openRefusal = (actor: Actor) =>
  actor.roles.some((r) => OFFICERS.includes(r)) ? `c.status = 'filed' and exists (select 1 from case_refusal f where f.case_id = c.id and f.decided_at is null)` : 'false';

/** The cases an actor may see, last changed first, filtered in SQL by the rule of `CaseAccess`. */
@Injectable()
export class CaseList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly claimants: ClaimantVault,
    private readonly dues: CaseDues,
  ) {}

  async execute(actor: Actor, { status, relation, refusal, find, cursor, limit }: ListCases): Promise<{ items: CaseSummary[]; next?: string }> {
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
         and ($8::text is null or (${openRefusal(actor)}))
       order by c.updated_at desc, c.id desc limit $9`,
      [...visible.params, status ?? null, at ? new Date(Number(at)) : null, after ?? null, find ?? null, relation ?? null, refusal ?? null, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const dues = await this.dues.of(page.map((r) => r.id));
    return {
      items: page.map((r) => this.summary(r, dues.get(r.id)?.[0] ?? null)),
      ...(rows.length > limit && last ? { next: `${last.updated_at.getTime()}_${last.id}` } : {}),
    };
  }

  /** How many cases the actor may see. The lists count themselves by the same rule, so that a count opens to exactly as many. */
  async count(actor: Actor): Promise<CaseCounts> {
    const { sql, params } = this.access.visible(actor);
    const rows = await this.dataSource.query<{ status: CaseSummary['status']; n: number; refusals: number }[]>(
      `select c.status, count(*)::int as n, (count(*) filter (where ${openRefusal(actor)}))::int as refusals
       from dispute_case c where ${sql} group by c.status`,
      params,
    );
    const sum = (of: 'n' | 'refusals') => rows.reduce((total, r) => total + r[of], 0);
    return { total: sum('n'), byStatus: Object.fromEntries(rows.map((r) => [r.status, r.n])), openRefusals: sum('refusals') };
  }

  private summary(r: Row, next: DueThing | null): CaseSummary {
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
      next,
      filedAt: r.filed_at?.toISOString() ?? null,
      updatedAt: r.updated_at.toISOString(),
    };
  }
}
