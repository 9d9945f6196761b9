import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseDues, CaseReader, CaseWaits } from '@hejie/cases';
import { Clock, type Actor } from '@hejie/platform';
import { RoomUnread } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import { turnOf, waitsFor } from './waits-for.js';

/** Somebody's open cases by what is due, and what waits for them. */
@Injectable()
export class Caseload {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly cases: CaseReader,
    private readonly dues: CaseDues,
    private readonly waits: CaseWaits,
    private readonly unread: RoomUnread,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor) {
    const work = await this.access.casesOf(actor.accountId);
    const ids = [...work.keys()];
    const briefs = await this.cases.brief(ids);
    const dues = await this.dues.of(ids);
    const waits = await this.waits.of(ids);
    const unread = await this.unread.byCase(actor.accountId);
    const [{ n }] = await this.dataSource.query<[{ n: number }]>(`select count(*)::int as n from lawyer_request where lawyer_id = $1 and status = 'open'`, [actor.accountId]);
    // one that an award closed is here while something can still be done about it
    const live = [...briefs].filter(([caseId, { status }]) => status !== 'closed' || dues.has(caseId));
    const items = live.map(([caseId, { mediationDue, path, ...brief }]) => ({
      caseId,
      ...brief,
      safeDate: mediationDue?.safeDate ?? null,
      dueDate: mediationDue?.lastDate ?? null,
      next: dues.get(caseId)?.[0] ?? null,
      waitsFor: turnOf(actor.accountId, waits.get(caseId), () => waitsFor(work.get(caseId) ?? [], { ...brief, path }, dues.get(caseId) ?? [], this.clock.now())),
      ...(unread.get(caseId) ?? { unread: 0, mentions: 0 }),
    }));
    // what is due first, by its safe date; then what somebody waits in; the rest as it came
    items.sort((a, b) => (a.next?.safeDate ?? '9').localeCompare(b.next?.safeDate ?? '9') || b.unread - a.unread);
    return { items, openRequests: n };
  }
}
