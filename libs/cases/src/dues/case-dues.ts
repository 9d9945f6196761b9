import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { DueThing } from '../contract/index.js';
import { mediationDue } from '../read-case/read-case.js';

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
    private readonly calendars: CalendarsInForce,
  ) {}

  add(source: DueSource): void {
    this.sources.push(source);
  }

  /** Everything due in each case that has something: by safe date, past ones included. */
  async of(caseIds: readonly string[]): Promise<Map<string, DueThing[]>> {
    const told = caseIds.length ? (await Promise.all(this.sources.map((source) => source(caseIds)))).flat() : [];
    // a case that goes through another channel has the mediation period of that one
    const elsewhere = new Set(told.filter((due) => due.kind === 'mediation_period' && due.title).map((due) => due.caseId));
    const all = told.filter((due) => due.kind !== 'mediation_period' || due.title || !elsewhere.has(due.caseId));
    all.sort((a, b) => a.safeDate.localeCompare(b.safeDate) || a.lastDate.localeCompare(b.lastDate));
    const dues = new Map<string, DueThing[]>();
    for (const { caseId, ...due } of all) dues.set(caseId, [...(dues.get(caseId) ?? []), due]);
    return dues;
  }

  private async mediationPeriods(ids: readonly string[]): Promise<CaseDue[]> {
    const rows = await this.dataSource.getRepository(DisputeCase).find({ where: { id: In([...ids]) }, select: { id: true, filedAt: true, status: true } });
    const calendars = await this.calendars.now();
    return rows.flatMap((row) => {
      const due = mediationDue(row, calendars);
      return due ? [{ caseId: row.id, kind: 'mediation_period' as const, title: null, safeDate: due.safeDate, lastDate: due.lastDate, at: null, source: due.source, provisional: due.provisional }] : [];
    });
  }
}
