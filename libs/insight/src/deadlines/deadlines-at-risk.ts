import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseDues, CaseMembers, CaseReader, type CaseDue } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { addDays } from '@hejie/law';
import { Clock, maskName, type Actor } from '@hejie/platform';
import { isAppointment } from '@hejie/cases/contract';
import type { DeadlineAtRisk, Deadlines, DeadlinesQuery } from '../contract/index.js';

/** Which cases of the actor's organisations run out of time. Asked of the cases themselves, not of the compiled numbers: it must be true now. */
@Injectable()
export class DeadlinesAtRisk {
  constructor(
    private readonly access: CaseAccess,
    private readonly dues: CaseDues,
    private readonly cases: CaseReader,
    private readonly members: CaseMembers,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { within, page, limit }: DeadlinesQuery): Promise<Deadlines> {
    const today = this.clock.today();
    const all = (await this.firstOfEach(actor)).filter((due) => due.safeDate <= addDays(today, within));
    return {
      today,
      within,
      items: await this.described(all.slice((page - 1) * limit, page * limit)),
      total: all.length,
      overdue: all.filter((due) => due.lastDate < today).length,
    };
  }

  /** The earliest date of each case, the most urgent first; appointments put no right at risk. */
  private async firstOfEach(actor: Actor): Promise<CaseDue[]> {
    const dues = await this.dues.of(await this.access.openBelow(actor));
    const first = [...dues].flatMap(([caseId, all]) => {
      const due = all.find((d) => !isAppointment(d));
      return due ? [{ ...due, caseId }] : [];
    });
    return first.sort((a, b) => a.safeDate.localeCompare(b.safeDate) || a.lastDate.localeCompare(b.lastDate) || (a.caseId < b.caseId ? -1 : 1));
  }

  private async described(dues: readonly CaseDue[]): Promise<DeadlineAtRisk[]> {
    const ids = dues.map((due) => due.caseId);
    const briefs = await this.cases.brief(ids);
    const staff = await this.members.staffOf(ids);
    const names = await this.accounts.names([...staff.values()].flat());
    return dues.map(({ caseId, kind, title, safeDate, lastDate, source, provisional }) => {
      const brief = briefs.get(caseId)!;
      return {
        caseId,
        kind,
        title,
        safeDate,
        lastDate,
        provisional,
        source,
        number: brief.number,
        type: brief.primaryType ?? 'OTHER',
        status: brief.status,
        claimantName: maskName(brief.claimantName),
        employerName: brief.employerName,
        responsible: (staff.get(caseId) ?? []).flatMap((id) => names.get(id)?.name ?? []),
      };
    });
  }
}
