import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** One filed case as statistics count it. */
export interface CountedCase {
  readonly id: string;
  readonly organisationPath: string;
  readonly primaryType: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly filedAt: Date;
  readonly closedAt: Date | null;
  readonly settledAt: Date | null;
  readonly settledFen: number;
}

/** What was settled: an agreement was reached or the employer paid after contact. */
const SETTLED_AT = `(select min(e.at) from case_event e where e.case_id = c.id and e.kind in ('cases.agree', 'cases.paid_after_contact'))`;

/** The records that the city's numbers are made from. */
@Injectable()
export class CaseStatistics {
  constructor(private readonly dataSource: DataSource) {}

  /** Every filed case, oldest first, a batch at a time. */
  async *all(batch = 1000): AsyncGenerator<CountedCase[]> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await this.dataSource.query<Record<string, never>[]>(
        `select c.id, c.organisation_path, c.primary_type, c.status, c.outcome, c.filed_at, c.closed_at, c.amount_settled_fen, ${SETTLED_AT} as settled_at
         from dispute_case c where c.filed_at is not null and c.id > $1 order by c.id limit $2`,
        [after, batch],
      );
      if (rows.length === 0) return;
      yield rows.map((r) => ({
        id: r['id']!,
        organisationPath: r['organisation_path']!,
        primaryType: r['primary_type'] ?? 'OTHER',
        status: r['status']!,
        outcome: r['outcome'] ?? null,
        filedAt: r['filed_at']!,
        closedAt: r['closed_at'] ?? null,
        settledAt: r['settled_at'] ?? null,
        settledFen: r['settled_at'] ? Number(r['amount_settled_fen'] ?? 0) : 0,
      }));
      after = rows.at(-1)!['id']!;
    }
  }
}
