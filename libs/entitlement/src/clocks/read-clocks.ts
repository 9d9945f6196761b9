import { Injectable } from '@nestjs/common';
import { CalendarsInForce, CaseAccess, WORKER_SIDE } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { AWARDED, caseClocks, CASE_EVENTS, PARTIES, type Calendars, type CaseClock } from '@hejie/law';
import { Clock, notFound, type Actor } from '@hejie/platform';
import { DataSource, IsNull, Not } from 'typeorm';
import type { CaseClocksView, CaseEventView } from '../contract/index.js';
import { CaseRecord, type CaseRecordView, type KnownEvent } from '../record/case-record.js';
import { LegalEvent } from '../record/legal-event.entity.js';

const OVER = ['closed', 'withdrawn'];
/** What an award starts runs on when the award has closed the case. */
const AFTER_AWARD: readonly CaseClock['from'][] = [...AWARDED, 'set_aside_received', 'performance_due'];
const PAY = ['wages', 'overtime'];

/** The statutory periods of a case, counted from its events whenever they are asked for: a corrected event corrects them all. */
@Injectable()
export class ReadClocks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly record: CaseRecord,
    private readonly accounts: Accounts,
    private readonly calendars: CalendarsInForce,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND for anybody but the worker's side */
  async execute(actor: Actor, caseId: string): Promise<CaseClocksView> {
    await this.access.require(actor, caseId, WORKER_SIDE);
    const record = await this.record.unsafeOf(caseId);
    if (!record) throw notFound();
    const withdrawn = await this.dataSource.getRepository(LegalEvent).find({ where: { caseId, withdrawnAt: Not(IsNull()) }, order: { id: 'ASC' } });
    return {
      today: this.clock.today(),
      clocks: this.counted(record, await this.calendars.now()).map((c) => ({ ...c, working: [...c.working], warnings: [...c.warnings], provisional: [...c.provisional], articles: [...c.articles], whoTitle: PARTIES[c.who], from: CASE_EVENTS[c.from] })),
      events: await this.views([...record.events, ...withdrawn.map((entry): KnownEvent => ({ kind: entry.kind, on: entry.on, by: entry.by, until: entry.until, origin: 'recorded', entry }))]),
    };
  }

  /** For other contexts, which have checked access: none for a case that is over, but for what can be done about an award. */
  async unsafeOf(caseId: string): Promise<CaseClock[]> {
    return (await this.unsafeMany([caseId])).get(caseId) ?? [];
  }

  /** The same for many cases. */
  async unsafeMany(caseIds: readonly string[]): Promise<Map<string, CaseClock[]>> {
    const records = await this.record.unsafeMany(caseIds);
    const calendars = await this.calendars.now();
    return new Map(
      [...records]
        .filter(([, { found }]) => !OVER.includes(found.status) || found.outcome === 'awarded')
        .map(([id, record]) => [id, this.counted(record, calendars).filter((c) => !OVER.includes(record.found.status) || AFTER_AWARD.includes(c.from))]),
    );
  }

  private counted({ events, answers }: CaseRecordView, calendars: Calendars): CaseClock[] {
    const matters = (answers['matters'] ?? []) as readonly string[];
    const facts = { claimsPay: matters.some((m) => PAY.includes(m)), claimsOther: matters.some((m) => !PAY.includes(m)), employed: answers['stillEmployed'] === 'yes' };
    return caseClocks(events, facts, this.clock.today(), calendars);
  }

  private async views(events: readonly KnownEvent[]): Promise<CaseEventView[]> {
    const names = await this.accounts.names(events.flatMap(({ entry }) => [entry?.recordedBy, entry?.withdrawnBy]).filter((id) => id != null));
    const nameOf = (id: string) => names.get(id)?.name ?? '';
    return events.map(({ kind, on, by, until, origin, entry }) => ({
      id: entry?.id ?? null,
      kind,
      title: CASE_EVENTS[kind],
      on,
      by: by as CaseEventView['by'],
      until: until ?? null,
      note: entry?.note ?? null,
      evidenceId: entry?.evidenceId ?? null,
      origin,
      recordedBy: entry ? nameOf(entry.recordedBy) : null,
      withdrawn: entry?.withdrawnAt ? { at: entry.withdrawnAt.toISOString(), by: nameOf(entry.withdrawnBy!), reason: entry.withdrawalReason! } : null,
    }));
  }
}
