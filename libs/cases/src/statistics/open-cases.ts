import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { Clock, maskName, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { ClaimantVault } from '../case/claimant-details.js';
import type { CaseStatus } from '../contract/index.js';
import { nextDue, type Due } from './next-due.js';

/** An open case with the statutory date that comes next for it. */
export interface DueCase {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly status: CaseStatus;
  /** Masked, as in every list. */
  readonly claimantName: string;
  readonly employerName: string;
  readonly due: Due;
  /** Names of the counsel, mediator and officer on it now. */
  readonly responsible: readonly string[];
}

interface Row {
  id: string;
  number: string;
  primary_type: string | null;
  status: CaseStatus;
  claimant_sealed: string;
  employer_name: string;
  filed_at: Date;
  agreed_at: Date | null;
  staff: string[] | null;
}

/** The cases under way in an organisation's subtree, by what the law wants next. */
@Injectable()
export class OpenCases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly claimants: ClaimantVault,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** Those of the actor's organisations whose next date is at most `lastSafeDate`, the most urgent first. */
  async dueBy(actor: Pick<Actor, 'organisations'>, lastSafeDate: string): Promise<DueCase[]> {
    const rows = await this.dataSource.query<Row[]>(
      `select c.id, c.number, c.primary_type, c.status, c.claimant_sealed, c.employer_name, c.filed_at,
         (select max(e.at) from case_event e where e.case_id = c.id and e.kind = 'cases.agree') as agreed_at,
         (select array_agg(m.account_id order by m.since) from case_member m where m.case_id = c.id and m.until is null and m.relation in ('counsel', 'mediator', 'officer')) as staff
       from dispute_case c
       where c.filed_at is not null and c.status not in ('closed', 'withdrawn', 'escalated')
         and exists (select 1 from unnest($1::text[]) o where c.organisation_path like o || '%')`,
      [actor.organisations],
    );
    const today = this.clock.today();
    const near = rows.flatMap((row) => {
      const due = nextDue({ status: row.status, filedAt: row.filed_at, agreedAt: row.agreed_at }, today);
      return due && due.safeDate <= lastSafeDate ? [{ row, due }] : [];
    });
    near.sort((a, b) => a.due.safeDate.localeCompare(b.due.safeDate) || a.due.lastDate.localeCompare(b.due.lastDate) || a.row.number.localeCompare(b.row.number));
    const names = await this.accounts.names(near.flatMap(({ row }) => row.staff ?? []));
    return near.map(({ row, due }) => ({
      id: row.id,
      number: row.number,
      type: row.primary_type ?? 'OTHER',
      status: row.status,
      claimantName: maskName(this.claimants.open(row.claimant_sealed).name ?? ''),
      employerName: row.employer_name,
      due,
      responsible: [...new Set(row.staff ?? [])].flatMap((id) => names.get(id)?.name ?? []),
    }));
  }
}
