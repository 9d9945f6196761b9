import { Injectable } from '@nestjs/common';
import { DEADLINE_RULES } from '@hejie/law';
import { Clock } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { DueThing } from '../contract/index.js';
import { MediationPeriods } from './mediation-periods.js';

export interface CaseDue extends DueThing {
  readonly caseId: string;
}

type DueSource = (caseIds: readonly string[]) => Promise<readonly CaseDue[]>;

/** What is due in which case, told by every context that knows of dates: they add themselves as a source when the host starts. */
@Injectable()
export class CaseDues {
  private readonly sources: DueSource[] = [(ids) => this.mediationPeriods(ids)];

  constructor(
    private readonly dataSource: DataSource,
    private readonly periods: MediationPeriods,
    private readonly clock: Clock,
  ) {}

  add(source: DueSource): void {
    this.sources.push(source);
  }

  /** Everything due in each case that has something: by safe date, past ones included. */
  async of(caseIds: readonly string[]): Promise<Map<string, DueThing[]>> {
    const told = caseIds.length ? (await Promise.all(this.sources.map((source) => source(caseIds)))).flat() : [];
    const all = [...told];
    all.sort((a, b) => a.safeDate.localeCompare(b.safeDate) || a.lastDate.localeCompare(b.lastDate));
    const dues = new Map<string, DueThing[]>();
    for (const { caseId, ...due } of all) dues.set(caseId, [...(dues.get(caseId) ?? []), due]);
    const today = this.clock.today();
    return new Map([...dues].map(([caseId, some]) => [caseId, withoutLapsed(some, today)]));
  }

  private async mediationPeriods(ids: readonly string[]): Promise<CaseDue[]> {
    const rows = await this.dataSource.getRepository(DisputeCase).find({ where: { id: In([...ids]) }, select: { id: true, filedAt: true, status: true } });
    return [...(await this.periods.of(rows))].map(([caseId, { rule, safeDate, lastDate, source, provisional }]) => ({
      caseId, kind: 'mediation_period', title: rule === 'COURT_ONLINE_MEDIATION_30D' ? DEADLINE_RULES[rule].title : null, safeDate, lastDate, at: null, source, provisional,
    }));
  }
}

/** A mediation period that has lapsed is told only while nothing else is due: it must not hide what still can be done in time. */
function withoutLapsed(dues: DueThing[], today: string): DueThing[] {
  const live = dues.filter((due) => due.kind !== 'mediation_period' || due.lastDate >= today);
  return live.some((due) => due.kind !== 'session') ? live : dues;
}
