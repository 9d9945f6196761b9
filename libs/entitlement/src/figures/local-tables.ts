import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PlaceFigures } from '@hejie/cases';
import type { LocalFigures } from '@hejie/law';
import { Clock } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { Figure, FigureRow, FiguresQuery, LocalFiguresList, LocalFigureView } from '../contract/index.js';
import { ApprovedReads } from './approved-reads.js';
import { figuresToCsv } from './figures-csv.js';
import { localFiguresOf } from './local-figures-of.js';
import { regionsFor } from './region.js';

const PAGE_SIZE = 200;

/** Approved rows; the newest start wins, then the newest decision. Columns are named as in the contract. */
const APPROVED = `select f.id, f.region, f.figure, f.value::float8 as value, f.valid_from::text as "validFrom", f.valid_to::text as "validTo",
  f.source_title as "sourceTitle", f.source_url as "sourceUrl", f.certainty, c.decided_at
  from local_figure f join figure_change c on c.id = f.change_id where c.approved`;
const NEWEST = `"validFrom" desc, decided_at desc, id desc`;
const COUNTS_ON = `"validFrom" <= $1::text and ("validTo" is null or "validTo" >= $1::text)`;

/** A figure that counts for a place on a day. */
export type StandingFigure = Omit<LocalFigureView, 'inForce'>;

/** The local figures as they were approved. What nobody loaded is missing, never nought. */
@Injectable()
export class LocalTables implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly filing: PlaceFigures,
    private readonly approved: ApprovedReads,
  ) {}

  onModuleInit(): void {
    this.filing.figuresFrom(async (...asked) => (await this.at(...asked)).local);
  }

  /** The figures of a place on a day, each from the nearest region that states it. @param ageMs for how long what was approved elsewhere may go unseen */
  async at(place: string, on: string, ageMs?: number): Promise<{ local: LocalFigures; figures: readonly StandingFigure[] }> {
    const figures = await this.nearest(regionsFor(place, await this.regions(ageMs)), on, ageMs);
    return { local: localFiguresOf(place, figures), figures };
  }

  regions(ageMs?: number): Promise<readonly string[]> {
    return this.approved.of('regions', async () => {
      const rows = await this.dataSource.query<{ region: string }[]>(`select distinct region from (${APPROVED}) a order by region`);
      return rows.map((r) => r.region);
    }, ageMs);
  }

  /** Everything that was ever approved, for a region or for all, with what counts on a day. */
  async list({ region, on = this.clock.today(), page }: FiguresQuery): Promise<LocalFiguresList> {
    const rows = await this.dataSource.query<(LocalFigureView & { total: number })[]>(
      `with approved as (${APPROVED}),
            counting as (select distinct on (region, figure) id from approved where ${COUNTS_ON} order by region, figure, ${NEWEST})
       select a.*, a.id in (select id from counting) as "inForce", count(*) over ()::int as total
       from approved a where $2::text is null or a.region = $2 or a.region like $2 || '/%'
       order by a.region, a.figure, ${NEWEST} limit ${PAGE_SIZE} offset $3`,
      [on, region ?? null, (page - 1) * PAGE_SIZE],
    );
    return { on, regions: [...(await this.regions())], items: rows, total: rows[0]?.total ?? 0, pageSize: PAGE_SIZE };
  }

  /** All approved rows as a file that can be imported again. */
  async export(): Promise<string> {
    return figuresToCsv(await this.dataSource.query<FigureRow[]>(`select * from (${APPROVED}) a order by region, figure, "validFrom", decided_at, id`));
  }

  /** What counts for each row's region and figure on its first day; null for nothing. */
  async standing(rows: readonly { region: string; figure: Figure; validFrom: string }[]): Promise<(number | null)[]> {
    const found = await this.dataSource.query<{ value: number | null }[]>(
      `with approved as (${APPROVED})
       select (select a.value from approved a where a.region = r.region and a.figure = r.figure and a."validFrom" <= r.day and (a."validTo" is null or a."validTo" >= r.day)
               order by a."validFrom" desc, a.decided_at desc, a.id desc limit 1) as value
       from unnest($1::text[], $2::text[], $3::text[]) with ordinality as r (region, figure, day, n) order by r.n`,
      [rows.map((r) => r.region), rows.map((r) => r.figure), rows.map((r) => r.validFrom)],
    );
    return found.map((f) => f.value);
  }

  /** Of each figure the row that counts in the first of the regions that has one. */
  private nearest(regions: readonly string[], on: string, ageMs?: number): Promise<readonly StandingFigure[]> {
    const read = () => this.dataSource.query<StandingFigure[]>(
      `with approved as (${APPROVED}),
            counting as (select distinct on (region, figure) * from approved where ${COUNTS_ON} and region = any($2::text[]) order by region, figure, ${NEWEST}),
            nearest as (select distinct on (figure) * from counting where value is not null order by figure, array_position($2::text[], region))
       select id, region, figure, value, "validFrom", "validTo", "sourceTitle", "sourceUrl", certainty from nearest order by figure`,
      [on, regions],
    );
    return this.approved.of(`figures ${on} ${regions.join()}`, read, ageMs);
  }
}
