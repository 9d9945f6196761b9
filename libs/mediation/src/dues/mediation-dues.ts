import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarsInForce, CaseDues, type CaseDue } from '@hejie/cases';
import { provisional, rollOver, unknownYears, type Calendars } from '@hejie/law';
import { civilDate } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { Agreement } from '../agreements/agreement.entity.js';
import { Instalment } from '../agreements/instalment.entity.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';

/** Tells `CaseDues` of sessions ahead and instalments not paid yet. */
@Injectable()
export class MediationDues implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dues: CaseDues,
    private readonly calendars: CalendarsInForce,
  ) {}

  onModuleInit(): void {
    this.dues.add(async (ids) => [...(await this.sessions(ids)), ...(await this.agreements(ids))]);
  }

  private async sessions(ids: readonly string[]): Promise<CaseDue[]> {
    const rows = await this.dataSource.getRepository(MediationSession).findBy({ caseId: In([...ids]), status: In(['scheduled', 'open']) });
    return rows.map(({ caseId, startsAt, status }) => {
      const date = civilDate(startsAt);
      return { caseId, kind: status === 'open' ? 'session_open' : 'session', title: null, safeDate: date, lastDate: date, at: startsAt.toISOString(), source: null, provisional: [] };
    });
  }

  private async agreements(ids: readonly string[]): Promise<CaseDue[]> {
    const sealed = await this.dataSource.getRepository(Agreement).findBy({ caseId: In([...ids]), status: 'sealed' });
    const unpaid = (await this.dataSource.getRepository(Instalment).findBy({ agreementId: In(sealed.map((a) => a.id)) })).filter((i) => !i.paidAt);
    const calendars = await this.calendars.now();
    return sealed.flatMap(({ id, caseId }) => unpaid.filter((i) => i.agreementId === id).map(({ dueDate }) => instalmentDue(caseId, dueDate, calendars)));
  }
}

function instalmentDue(caseId: string, safeDate: string, calendars: Calendars): CaseDue {
  const lastDate = rollOver(safeDate, calendars);
  return { caseId, kind: 'instalment', title: null, safeDate, lastDate, at: null, source: null, provisional: provisional(unknownYears(safeDate, lastDate, calendars)) };
}
