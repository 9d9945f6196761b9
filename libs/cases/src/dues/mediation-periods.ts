import { Injectable } from '@nestjs/common';
import { countPeriod, DEADLINE_RULES, type Calendars } from '@hejie/law';
import { civilDate } from '@hejie/platform';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import type { DisputeCase } from '../case/dispute-case.entity.js';
import type { CaseView } from '../contract/index.js';

export type MediationPeriod = NonNullable<CaseView['mediationDue']>;

type PeriodSource = (caseIds: readonly string[]) => Promise<ReadonlyMap<string, MediationPeriod>>;

const NOT_MEDIATED = ['mediation_failed', 'agreed', 'escalated', 'closed', 'withdrawn'];

/** The mediation period of cases: as the context that keeps what happened to a case counts it, which adds itself when the host starts; else from the filing alone. */
@Injectable()
export class MediationPeriods {
  private source: PeriodSource = async () => new Map();

  constructor(private readonly calendars: CalendarsInForce) {}

  periodsFrom(source: PeriodSource): void {
    this.source = source;
  }

  /** None for a case that is not filed, or whose mediation is over. */
  async of(rows: readonly Pick<DisputeCase, 'id' | 'filedAt' | 'status'>[]): Promise<Map<string, MediationPeriod>> {
    const mediated = rows.filter((row) => row.filedAt && !NOT_MEDIATED.includes(row.status));
    if (!mediated.length) return new Map();
    const told = await this.source(mediated.map((row) => row.id));
    const calendars = await this.calendars.now();
    return new Map(mediated.map((row) => [row.id, told.get(row.id) ?? fromFiling(row.filedAt!, calendars)]));
  }
}

/** Counted from the day the application was received. */
function fromFiling(filedAt: Date, calendars: Calendars): MediationPeriod {
  const rule = DEADLINE_RULES.MEDIATION_END_15D;
  const { value, working, warnings } = countPeriod(civilDate(filedAt), rule.n, rule.unit, calendars);
  return { rule: 'MEDIATION_END_15D', source: rule.source, safeDate: value.rawDate, lastDate: value.dueDate, working: [...working], provisional: [...warnings] };
}
