import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseDues, CaseReader } from '@hejie/cases';
import type { Actor } from '@hejie/platform';
import { RoomUnread } from '@hejie/rooms';
import { DataSource } from 'typeorm';

/** Somebody's open cases by what is due, and what waits for them. */
@Injectable()
export class Caseload {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly cases: CaseReader,
    private readonly dues: CaseDues,
    private readonly unread: RoomUnread,
  ) {}

  async of(actor: Actor) {
    const ids = await this.access.casesOf(actor.accountId);
    const briefs = await this.cases.brief(ids);
    const next = await this.dues.next(ids);
    const unread = await this.unread.byCase(actor.accountId);
    const [{ n }] = await this.dataSource.query<[{ n: number }]>(`select count(*)::int as n from lawyer_request where lawyer_id = $1 and status = 'open'`, [actor.accountId]);
    const items = [...briefs].map(([caseId, { mediationDue, ...brief }]) => ({
      caseId,
      ...brief,
      safeDate: mediationDue?.safeDate ?? null,
      dueDate: mediationDue?.lastDate ?? null,
      next: next.get(caseId) ?? null,
      unread: unread.get(caseId) ?? 0,
    }));
    // what is due first, by its safe date; then what somebody waits in; the rest as it came
    items.sort((a, b) => (a.next?.safeDate ?? '9').localeCompare(b.next?.safeDate ?? '9') || b.unread - a.unread);
    return { items, openRequests: n };
  }
}
