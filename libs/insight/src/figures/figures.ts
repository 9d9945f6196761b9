import { Injectable } from '@nestjs/common';
import { CaseReader } from '@hejie/cases';
import type { Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { City, CityQuery, Figure, FigureCases, FigureQuery } from '../contract/index.js';
import { monthsBetween, yearBefore } from './months.js';

/** The one condition of all figures and of the lists behind them; organisations, from, to are $1 to $3. */
const COUNTED = `
  exists (select 1 from unnest($1::text[]) o where i.organisation_path like o || '%')
  and ($2::date is null or i.filed_on >= $2) and ($3::date is null or i.filed_on <= $3)`;
const MONEY = `coalesce(sum(i.agreed_fen), 0) as agreed, coalesce(sum(i.paid_fen), 0) as paid, coalesce(sum(i.awarded_fen), 0) as awarded,
  count(*) filter (where i.awarded)::int as awards, count(*) filter (where i.awarded and i.awarded_fen is null)::int as without_amount`;
const NUMBERS = `count(*)::int as cases, count(*) filter (where i.settled)::int as settled, ${MONEY},
  percentile_cont(0.5) within group (order by i.days_to_settle) as median`;

/** Which of the counted cases a figure is about, and in what order they are read. */
const BEHIND: Readonly<Record<Figure, { where: string; order: string }>> = {
  cases: { where: 'true', order: 'i.filed_on desc' },
  settled: { where: 'i.settled', order: 'i.filed_on desc' },
  agreed: { where: 'i.agreed_fen > 0', order: 'i.agreed_fen desc' },
  paid: { where: 'i.paid_fen > 0', order: 'i.paid_fen desc' },
  awarded: { where: 'i.awarded', order: 'i.awarded_fen desc nulls last' },
  days: { where: 'i.days_to_settle is not null', order: 'i.days_to_settle desc' },
};

interface Money {
  agreed: string;
  paid: string;
  awarded: string;
  awards: number;
  without_amount: number;
}

interface Group extends Money {
  key: string;
  cases: number;
  settled: number;
  median: number | null;
}

interface Behind {
  case_id: string;
  type: string;
  filed_on: string;
  agreed_fen: string;
  paid_fen: string;
  awarded: boolean;
  awarded_fen: string | null;
  days_to_settle: number | null;
}

@Injectable()
export class Figures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseReader,
  ) {}

  /** The numbers of the actor's own organisations and all below them. */
  async city(actor: Actor, { from, to }: CityQuery): Promise<City> {
    const params = [actor.organisations, from ?? null, to ?? null];
    const [total] = await this.dataSource.query<[Group & { p90: number | null; compiled_at: Date | null }]>(
      `select ${NUMBERS}, percentile_cont(0.9) within group (order by i.days_to_settle) as p90, (select max(compiled_at) from insight_case) as compiled_at
       from insight_case i where ${COUNTED}`,
      params,
    );
    return {
      compiledAt: total.compiled_at?.toISOString() ?? null,
      ...numbers(total),
      daysToSettle: { median: total.median, p90: total.p90 },
      byType: (await this.grouped('i.type', '2 desc, 1', params)).map((g) => ({ type: g.key, ...numbers(g), medianDays: g.median })),
      byMonth: await this.byMonth(actor, { from, to }),
    };
  }

  /** Exactly the cases a figure counted, a page of them, and what they come to in all. */
  async behind(actor: Actor, q: FigureQuery): Promise<FigureCases> {
    const { where, order } = BEHIND[q.figure];
    const rows = await this.dataSource.query<Behind[]>(
      `select i.case_id, i.type, to_char(i.filed_on, 'YYYY-MM-DD') as filed_on, i.agreed_fen, i.paid_fen, i.awarded, i.awarded_fen, i.days_to_settle from insight_case i
       where ${COUNTED} and ${where} and ($4::text is null or i.type = $4) and ($5::text is null or to_char(i.filed_on, 'YYYY-MM') = $5)
       order by ${order}, i.case_id limit $6 offset $7`,
      [...conditions(actor, q), q.limit, (q.page - 1) * q.limit],
    );
    const [all] = await this.dataSource.query<[Money & { total: number }]>(
      `select count(*)::int as total, ${MONEY} from insight_case i
       where ${COUNTED} and ${where} and ($4::text is null or i.type = $4) and ($5::text is null or to_char(i.filed_on, 'YYYY-MM') = $5)`,
      conditions(actor, q),
    );
    const briefs = await this.cases.brief(rows.map((r) => r.case_id));
    return {
      items: rows.map((r) => ({
        caseId: r.case_id,
        number: briefs.get(r.case_id)?.number ?? '',
        employerName: briefs.get(r.case_id)?.employerName ?? '',
        type: r.type,
        filedOn: r.filed_on,
        agreedFen: Number(r.agreed_fen),
        paidFen: Number(r.paid_fen),
        awarded: r.awarded,
        awardedFen: r.awarded_fen === null ? null : Number(r.awarded_fen),
        daysToSettle: r.days_to_settle,
      })),
      total: all.total,
      ...money(all),
    };
  }

  /** Months without a case count zero, so that a line over them does not lie; those a year before stand beside where records reach back. */
  private async byMonth(actor: Actor, { from, to }: CityQuery): Promise<City['byMonth']> {
    const of = async (span: CityQuery) =>
      new Map((await this.grouped(`to_char(i.filed_on, 'YYYY-MM')`, '1', [actor.organisations, span.from ?? null, span.to ?? null])).map((g) => [g.key, g]));
    const now = await of({ from, to });
    const before = from || to ? await of({ from: from && yearBefore(from), to: to && yearBefore(to) }) : now;
    const [{ first }] = await this.dataSource.query<[{ first: string | null }]>(`select to_char(min(i.filed_on), 'YYYY-MM') as first from insight_case i where ${COUNTED}`, [actor.organisations, null, null]);
    const month = (key: string, g: Group | undefined) => ({ month: key, ...numbers(g ?? NOTHING), medianDays: g?.median ?? null });
    return monthsBetween([...now.keys()]).map((key) => {
      const earlier = yearBefore(key);
      return { ...month(key, now.get(key)), lastYear: first !== null && earlier >= first ? month(earlier, before.get(earlier)) : null };
    });
  }

  private grouped(key: string, order: string, params: readonly unknown[]): Promise<Group[]> {
    return this.dataSource.query<Group[]>(`select ${key} as key, ${NUMBERS} from insight_case i where ${COUNTED} group by 1 order by ${order}`, [...params]);
  }
}

const NOTHING = { cases: 0, settled: 0, agreed: '0', paid: '0', awarded: '0', awards: 0, without_amount: 0 };

function numbers(g: Omit<Group, 'key' | 'median'>) {
  return { cases: g.cases, settled: g.settled, ...money(g) };
}

function money(m: Money) {
  return { agreedFen: Number(m.agreed), paidFen: Number(m.paid), awardedFen: Number(m.awarded), awards: m.awards, awardsWithoutAmount: m.without_amount };
}

function conditions(actor: Actor, q: FigureQuery): unknown[] {
  return [actor.organisations, q.from ?? null, q.to ?? null, q.type ?? null, q.month ?? null];
}
