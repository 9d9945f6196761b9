import { Injectable } from '@nestjs/common';
import { CaseReader } from '@hejie/cases';
import type { Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { City, CityQuery, FigureQuery } from '../contract/index.js';

/** The one condition of all figures and of the lists behind them; organisations, from, to are $1 to $3. */
const COUNTED = `
  exists (select 1 from unnest($1::text[]) o where i.organisation_path like o || '%')
  and ($2::date is null or i.filed_on >= $2) and ($3::date is null or i.filed_on <= $3)`;

interface Group {
  key: string;
  cases: number;
  settled: number;
  recovered: string;
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
    const [total] = await this.dataSource.query<[Omit<Group, 'key'> & { compiled_at: Date | null; median: number | null; p90: number | null }]>(
      `select count(*)::int as cases, count(*) filter (where i.settled)::int as settled, coalesce(sum(i.settled_fen), 0) as recovered, max(i.compiled_at) as compiled_at,
         percentile_cont(0.5) within group (order by i.days_to_settle) as median, percentile_cont(0.9) within group (order by i.days_to_settle) as p90
       from insight_case i where ${COUNTED}`,
      params,
    );
    const grouped = (key: string, order: string) =>
      this.dataSource.query<Group[]>(
        `select ${key} as key, count(*)::int as cases, count(*) filter (where i.settled)::int as settled, coalesce(sum(i.settled_fen), 0) as recovered
         from insight_case i where ${COUNTED} group by 1 order by ${order}`,
        params,
      );
    const numbers = (g: Group) => ({ cases: g.cases, settled: g.settled, recoveredFen: Number(g.recovered) });
    return {
      compiledAt: total.compiled_at?.toISOString() ?? null,
      cases: total.cases,
      settled: total.settled,
      recoveredFen: Number(total.recovered),
      daysToSettle: { median: total.median, p90: total.p90 },
      byType: (await grouped('i.type', '2 desc, 1')).map((g) => ({ type: g.key, ...numbers(g) })),
      byMonth: (await grouped(`to_char(i.filed_on, 'YYYY-MM')`, '1')).map((g) => ({ month: g.key, ...numbers(g) })),
    };
  }

  /** Exactly the cases a figure counted, by page. */
  async behind(actor: Actor, q: FigureQuery) {
    const rows = await this.dataSource.query<{ case_id: string; type: string; filed_on: string; settled_fen: string }[]>(
      `select i.case_id, i.type, to_char(i.filed_on, 'YYYY-MM-DD') as filed_on, i.settled_fen from insight_case i
       where ${COUNTED} and ($4 = 'cases' or i.settled) and ($5::text is null or i.type = $5)
         and ($6::text is null or to_char(i.filed_on, 'YYYY-MM') = $6) and ($7::uuid is null or i.case_id > $7)
       order by i.case_id limit $8`,
      [actor.organisations, q.from ?? null, q.to ?? null, q.figure, q.type ?? null, q.month ?? null, q.after ?? null, q.limit + 1],
    );
    const page = rows.slice(0, q.limit);
    const briefs = await this.cases.brief(page.map((r) => r.case_id));
    return {
      items: page.map((r) => ({
        caseId: r.case_id,
        number: briefs.get(r.case_id)?.number ?? '',
        employerName: briefs.get(r.case_id)?.employerName ?? '',
        type: r.type,
        filedOn: r.filed_on,
        settledFen: Number(r.settled_fen),
      })),
      ...(rows.length > q.limit ? { next: page.at(-1)!.case_id } : {}),
    };
  }
}
