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
  /** What a sealed agreement promises; 0 where none was reached. */
  readonly agreedFen: number;
  /** What the case's own records say was paid: after contact, or before this platform took the case over. Who keeps payments on an agreement tells these. */
  readonly recordedPaidFen: number;
}

/** The worker said, and has not taken back, that the money of a case closed as paid has not come. */
const DENIED = `c.outcome = 'paid_after_contact' and (select e.kind from case_event e where e.case_id = c.id and e.kind in ('cases.payment_received', 'cases.payment_denied') order by e.id desc limit 1) = 'cases.payment_denied'`;
/** What was settled: an agreement was reached, or the employer paid after contact and the worker does not deny it. */
const SETTLED_AT = `case when ${DENIED} then null else (select min(e.at) from case_event e where e.case_id = c.id and e.kind in ('cases.agree', 'cases.paid_after_contact')) end`;
const AGREED = `exists (select 1 from case_event e where e.case_id = c.id and e.kind = 'cases.agree')`;
/** Nobody confirms the payments of an imported case here: that its agreement was performed is all its old record says. */
const RECORDED_PAID = `(c.outcome = 'paid_after_contact' and (${DENIED}) is not true) or exists (select 1 from case_event e where e.case_id = c.id and e.kind = 'cases.perform' and e.data @> '{"imported": true}')`;
const COUNTED = `select c.id, c.organisation_path, c.primary_type, c.status, c.outcome, c.filed_at, c.closed_at, ${SETTLED_AT} as settled_at,
    case when ${AGREED} then c.amount_settled_fen end as agreed_fen, case when ${RECORDED_PAID} then c.amount_settled_fen end as recorded_paid_fen
  from dispute_case c where c.filed_at is not null`;

/** The records that the city's numbers are made from. */
@Injectable()
export class CaseStatistics {
  constructor(private readonly dataSource: DataSource) {}

  /** Every filed case, oldest first, a batch at a time. */
  async *all(batch = 1000): AsyncGenerator<CountedCase[]> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await this.dataSource.query<Record<string, never>[]>(
        `${COUNTED} and c.id > $1 order by c.id limit $2`,
        [after, batch],
      );
      if (rows.length === 0) return;
      yield rows.map(counted);
      after = rows.at(-1)!['id']!;
    }
  }

  /** Null for a missing case or one that is not filed. */
  async one(caseId: string): Promise<CountedCase | null> {
    const [row] = await this.dataSource.query<Record<string, never>[]>(`${COUNTED} and c.id = $1`, [caseId]);
    return row ? counted(row) : null;
  }
}

function counted(r: Record<string, never>): CountedCase {
  return {
    id: r['id']!,
    organisationPath: r['organisation_path']!,
    primaryType: r['primary_type'] ?? 'OTHER',
    status: r['status']!,
    outcome: r['outcome'] ?? null,
    filedAt: r['filed_at']!,
    closedAt: r['closed_at'] ?? null,
    settledAt: r['settled_at'] ?? null,
    agreedFen: Number(r['agreed_fen'] ?? 0),
    recordedPaidFen: Number(r['recorded_paid_fen'] ?? 0),
  };
}
