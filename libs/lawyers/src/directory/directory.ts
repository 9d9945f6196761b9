import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseReader } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { Clock, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import type { DirectoryQuery, LawyerView } from '../contract/index.js';
import { LawyerProfiles } from '../profile/lawyer-profiles.js';
import { match, nextFree, type Wish } from './match.js';

/** Cases a lawyer has accepted and that are not over. */
const LOADS = `
  select q.lawyer_id, count(*)::int as n from lawyer_request q where q.status = 'accepted' and q.ended_at is null group by q.lawyer_id`;

/** The lawyers one can choose from, best match first. */
@Injectable()
export class Directory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profiles: LawyerProfiles,
    private readonly access: CaseAccess,
    private readonly cases: CaseReader,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND for a case that is not the actor's */
  async list(actor: Actor, query: DirectoryQuery): Promise<LawyerView[]> {
    const wish = await this.wish(actor, query);
    const excluded = query.caseId ? await this.excluded(query.caseId) : new Set<string>();
    const now = this.clock.now();
    const profiles = await this.profiles.listed();
    const loads = new Map((await this.dataSource.query<{ lawyer_id: string; n: number }[]>(LOADS)).map((r) => [r.lawyer_id, r.n]));
    const names = await this.accounts.names(profiles.map((p) => p.accountId));
    return profiles
      .filter((p) => !excluded.has(p.accountId))
      .filter((p) => !query.specialty || p.specialties.includes(query.specialty))
      .filter((p) => !query.language || p.languages.includes(query.language))
      .map((p) => {
        const load = loads.get(p.accountId) ?? 0;
        const nextFreeAt = nextFree(p.weeklyTimes, now);
        const { score, reasons } = match({ ...p, load, nextFreeAt }, wish, now);
        const view: LawyerView = {
          accountId: p.accountId,
          name: names.get(p.accountId)?.name ?? '',
          kind: p.kind,
          licenceNumber: p.licenceNumber,
          specialties: p.specialties,
          region: p.region,
          languages: p.languages,
          load,
          capacity: p.capacity,
          nextFreeAt: nextFreeAt?.toISOString() ?? null,
          reasons,
        };
        return { score, view };
      })
      .sort((a, b) => b.score - a.score || a.view.load - b.view.load || (a.view.accountId < b.view.accountId ? -1 : 1))
      .map(({ view }) => view);
  }

  private async wish(actor: Actor, query: DirectoryQuery): Promise<Wish> {
    if (!query.caseId) return { disputeTypes: [], region: query.region ?? '', ...(query.language ? { language: query.language } : {}) };
    await this.access.require(actor, query.caseId, ['claimant', 'officer', 'department']);
    const found = await this.cases.unsafeCase(query.caseId);
    return { disputeTypes: found?.facts.disputeTypes ?? [], region: query.region ?? found?.facts.region ?? '', ...(query.language ? { language: query.language } : {}) };
  }

  /** Lawyers who said no to this case already, or have a conflict. */
  private async excluded(caseId: string): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ lawyer_id: string }[]>(
      `select distinct lawyer_id from lawyer_request where case_id = $1 and status in ('declined', 'conflict', 'expired')`,
      [caseId],
    );
    return new Set(rows.map((r) => r.lawyer_id));
  }
}
