import { Injectable } from '@nestjs/common';
import { addDays } from '@hejie/law';
import { Clock, maskName, type Actor } from '@hejie/platform';
import type { Role } from '@hejie/platform/contract';
import { DataSource } from 'typeorm';
import { CaseAccess, stillRuns } from '../case/case-access.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { CaseDues } from '../dues/case-dues.js';
import { AT_RISK_DAYS, isAppointment, type CaseCounts, type CaseSummary, type DueThing, type ListCases, type Relation } from '../contract/index.js';

interface Row {
  id: string;
  number: string | null;
  status: CaseSummary['status'];
  outcome: CaseSummary['outcome'];
  primary_type: string | null;
  employer_name: string;
  others: string[];
  claimant_sealed: string;
  amount_claimed_fen: string;
  filed_at: Date | null;
  updated_at: Date;
  relation: Relation | null;
}

interface Fitting {
  /** A condition over `dispute_case c`. */
  readonly sql: string;
  readonly params: readonly unknown[];
}

interface AtRisk {
  readonly id: string;
  readonly safeDate: string;
}

/** A cursor starts with this among the cases at risk, and with an instant among the others. */
const DATE = /^\d{4}-/;

const SELECT = `
  select c.id, c.number, c.status, c.outcome, c.primary_type, c.employer_name, c.claimant_sealed, c.amount_claimed_fen, c.filed_at, c.updated_at,
         array(select r.name from case_respondent r where r.case_id = c.id order by r.number) as others,
         (select m.relation from case_member m where m.case_id = c.id and m.account_id = $1 and m.until is null order by m.since limit 1) as relation
  from dispute_case c`;

const OFFICERS: readonly Role[] = ['operator', 'grid_officer', 'legal_officer'];

/** A refusal of `dispute_case c` that a second officer has not decided yet; nobody else is told of it. */
const openRefusal = (actor: Actor) =>
  actor.roles.some((r) => OFFICERS.includes(r)) ? `c.status = 'filed' and exists (select 1 from case_refusal f where f.case_id = c.id and f.decided_at is null)` : 'false';

/** The cases an actor may see, filtered in SQL by the rule of `CaseAccess`. */
@Injectable()
export class CaseList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly claimants: ClaimantVault,
    private readonly dues: CaseDues,
    private readonly clock: Clock,
  ) {}

  /** `order: risk`: those that run out of time first, the most urgent on top; then, like without it, last changed first. */
  async execute(actor: Actor, { order, risk, cursor, limit, ...filters }: ListCases): Promise<{ items: CaseSummary[]; next?: string }> {
    const fits = this.fitting(actor, filters);
    const atRisk = order === 'risk' || risk ? await this.atRisk(fits) : [];
    const [mark = '', after = ''] = (cursor ?? '').split('_');
    const amongThem = !mark || DATE.test(mark);
    const urgent = amongThem ? atRisk.filter((c) => c.safeDate > mark || (c.safeDate === mark && c.id > after)).slice(0, limit + 1) : [];
    const rows = await this.urgentRows(fits, urgent);
    if (!risk && rows.length <= limit) rows.push(...(await this.otherRows(fits, atRisk, amongThem ? null : { at: new Date(Number(mark)), after }, limit + 1 - rows.length)));
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const dues = await this.dues.of(page.map((r) => r.id));
    const lastAtRisk = urgent.find((c) => c.id === last?.id);
    return {
      items: page.map((r) => this.summary(r, dues.get(r.id) ?? [])),
      ...(rows.length > limit && last ? { next: `${lastAtRisk?.safeDate ?? last.updated_at.getTime()}_${last.id}` } : {}),
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
    return { total: sum('n'), byStatus: Object.fromEntries(rows.map((r) => [r.status, r.n])), openRefusals: sum('refusals'), atRisk: (await this.atRisk({ sql, params })).length };
  }

  private fitting(actor: Actor, { status, relation, refusal, find }: Pick<ListCases, 'status' | 'relation' | 'refusal' | 'find'>): Fitting {
    const visible = this.access.visible(actor);
    return {
      sql: `${visible.sql} and ($3::text is null or c.status = $3)
         and ($4::text is null or strpos(lower(coalesce(c.number, '') || ' ' || c.employer_name), lower($4)) > 0
              or exists (select 1 from case_respondent r where r.case_id = c.id and strpos(lower(r.name), lower($4)) > 0))
         and ($5::text is null or exists (select 1 from case_member m where m.case_id = c.id and m.account_id = $1 and m.until is null and m.relation = $5))
         and ($6::text is null or (${openRefusal(actor)}))`,
      params: [...visible.params, status ?? null, find ?? null, relation ?? null, refusal ?? null],
    };
  }

  /** Asked of what is due now, which no column tells; appointments put no right at risk. */
  private async atRisk({ sql, params }: Fitting): Promise<AtRisk[]> {
    const open = await this.dataSource.query<{ id: string }[]>(`select c.id from dispute_case c where c.filed_at is not null and ${stillRuns(`$${params.length + 1}`)} and ${sql}
       and not exists (select 1 from case_member m where m.case_id = c.id and m.account_id = $1 and m.until is null and m.relation = 'co_respondent')`, [...params, this.clock.today()]);
    const until = addDays(this.clock.today(), AT_RISK_DAYS);
    const first = [...(await this.dues.of(open.map((c) => c.id)))].flatMap(([id, dues]) => {
      const due = dues.find((d) => !isAppointment(d));
      return due && due.safeDate <= until ? [{ id, safeDate: due.safeDate }] : [];
    });
    return first.sort((a, b) => a.safeDate.localeCompare(b.safeDate) || (a.id < b.id ? -1 : 1));
  }

  private async urgentRows({ sql, params }: Fitting, wanted: readonly AtRisk[]): Promise<Row[]> {
    if (!wanted.length) return [];
    const ids = wanted.map((c) => c.id);
    return this.dataSource.query<Row[]>(`${SELECT} where ${sql} and c.id = any($7::uuid[]) order by array_position($7::uuid[], c.id)`, [...params, ids]);
  }

  private otherRows({ sql, params }: Fitting, but: readonly AtRisk[], from: { at: Date; after: string } | null, limit: number): Promise<Row[]> {
    return this.dataSource.query<Row[]>(
      `${SELECT} where ${sql} and c.id <> all($7::uuid[]) and ($8::timestamptz is null or (c.updated_at, c.id) < ($8, $9::uuid))
       order by c.updated_at desc, c.id desc limit $10`,
      [...params, but.map((c) => c.id), from?.at ?? null, from?.after ?? null, limit],
    );
  }

  private summary(r: Row, dues: readonly DueThing[]): CaseSummary {
    const name = this.claimants.open(r.claimant_sealed).name ?? '';
    return {
      id: r.id,
      number: r.number,
      status: r.status,
      outcome: r.outcome,
      primaryType: r.primary_type,
      claimantName: r.relation === 'claimant' ? name : maskName(name),
      employerName: r.employer_name,
      otherRespondents: r.others,
      amountClaimedFen: Number(r.amount_claimed_fen),
      relation: r.relation ?? 'department',
      // of who speaks for somebody beside the employer: only what all are called to
      next: (r.relation === 'co_respondent' ? dues.find(isAppointment) : dues[0]) ?? null,
      filedAt: r.filed_at?.toISOString() ?? null,
      updatedAt: r.updated_at.toISOString(),
    };
  }
}
