import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarsInForce, CaseDues, type CaseDue } from '@hejie/cases';
import { countPeriod, DEADLINE_RULES, provisional, rollOver, unknownYears, type Calendars } from '@hejie/law';
import { civilDate, Clock } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { Agreement } from '../agreements/agreement.entity.js';
import { Instalment } from '../agreements/instalment.entity.js';
import { MediationSession } from '../sessions/mediation-session.entity.js';

/** The two ways to make an agreement enforceable, each with a period from the day it took effect. */
const CONFIRMATIONS = { arbitral_review: DEADLINE_RULES.ARB_REVIEW_APPLY_15D, judicial_confirmation: DEADLINE_RULES.JUDICIAL_CONFIRM_APPLY_30D } as const;

/** Tells `CaseDues` of sessions ahead, instalments not paid yet, and until when an agreement can still be confirmed. */
@Injectable()
export class MediationDues implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dues: CaseDues,
    private readonly calendars: CalendarsInForce,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.dues.add(async (ids) => [...(await this.sessions(ids)), ...(await this.agreements(ids))]);
  }

  private async sessions(ids: readonly string[]): Promise<CaseDue[]> {
    const rows = await this.dataSource.getRepository(MediationSession).findBy({ caseId: In([...ids]), status: In(['scheduled', 'open']) });
    return rows.map(({ caseId, startsAt }) => {
      const date = civilDate(startsAt);
      return { caseId, kind: 'session', title: null, safeDate: date, lastDate: date, at: startsAt.toISOString(), source: null, provisional: [] };
    });
  }

  private async agreements(ids: readonly string[]): Promise<CaseDue[]> {
    const sealed = await this.dataSource.getRepository(Agreement).findBy({ caseId: In([...ids]), status: 'sealed' });
    const unpaid = (await this.dataSource.getRepository(Instalment).findBy({ agreementId: In(sealed.map((a) => a.id)) })).filter((i) => !i.paidAt);
    const today = this.clock.today();
    const calendars = await this.calendars.now();
    return sealed.flatMap(({ id, caseId, sealedAt }) => [
      ...unpaid.filter((i) => i.agreementId === id).map(({ dueDate }) => instalmentDue(caseId, dueDate, calendars)),
      // a chance that is gone is not due any more
      ...confirmations(caseId, civilDate(sealedAt!), calendars).filter((due) => due.lastDate >= today),
    ]);
  }
}

function instalmentDue(caseId: string, safeDate: string, calendars: Calendars): CaseDue {
  const lastDate = rollOver(safeDate, calendars);
  return { caseId, kind: 'instalment', title: null, safeDate, lastDate, at: null, source: null, provisional: provisional(unknownYears(safeDate, lastDate, calendars)) };
}

function confirmations(caseId: string, effectiveOn: string, calendars: Calendars): CaseDue[] {
  return Object.entries(CONFIRMATIONS).map(([kind, { n, unit, source }]) => {
    const { value, warnings } = countPeriod(effectiveOn, n, unit, calendars);
    return { caseId, kind: kind as keyof typeof CONFIRMATIONS, title: null, safeDate: value.rawDate, lastDate: value.dueDate, at: null, source, provisional: [...warnings] };
  });
}
