import { Injectable } from '@nestjs/common';
import { CaseStatistics, type CountedCase } from '@hejie/cases';
import { caseMoved, paymentAnswered } from '@hejie/cases/contract';
import { EscalationHistory } from '@hejie/escalation';
import { AgreementFacts } from '@hejie/mediation';
import { civilDate, Clock, OnEvent, OnSchedule, UnitOfWork } from '@hejie/platform';
import { InsightCase } from './insight-case.entity.js';

const DAY_MS = 86_400_000;

/** Makes the numbers from the cases. Readers see the old ones until the new ones are whole; making them twice gives the same. */
@Injectable()
export class CompileInsight {
  constructor(
    private readonly statistics: CaseStatistics,
    private readonly agreements: AgreementFacts,
    private readonly escalations: EscalationHistory,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @OnSchedule({ name: 'insight.compile', every: 300_000 })
  async compile(): Promise<void> {
    await this.work.serialised('insight', async (tx) => {
      const compiledAt = this.clock.now();
      await tx.deleteAll(InsightCase);
      for await (const batch of this.statistics.all()) await tx.insert(InsightCase, await this.count(batch, compiledAt));
    });
  }

  /** What was settled, paid or awarded is counted at once, not only at the next compilation. */
  @OnEvent(caseMoved, 'insight.case-moved')
  async onMoved({ caseId, to }: { caseId: string; to: string }): Promise<void> {
    if (to === 'agreed' || to === 'closed') await this.countOne(caseId);
  }

  @OnEvent(paymentAnswered, 'insight.payment-answered')
  async onPaymentAnswered({ caseId }: { caseId: string }): Promise<void> {
    await this.countOne(caseId);
  }

  private async countOne(caseId: string): Promise<void> {
    await this.work.serialised('insight', async (tx) => {
      const found = await this.statistics.one(caseId);
      if (!found) return;
      const [row] = await this.count([found], this.clock.now());
      await tx.upsert(InsightCase, row!, ['caseId']);
    });
  }

  private async count(cases: readonly CountedCase[], compiledAt: Date): Promise<InsightCase[]> {
    const ids = cases.map((c) => c.id);
    const paid = await this.agreements.unsafePaid(ids);
    const awards = await this.escalations.unsafeAwards(ids);
    return cases.map((c) => {
      const award = awards.get(c.id);
      return {
        caseId: c.id,
        organisationPath: c.organisationPath,
        type: c.primaryType,
        filedOn: civilDate(c.filedAt),
        settled: c.settledAt !== null,
        daysToSettle: c.settledAt && Math.floor((c.settledAt.getTime() - c.filedAt.getTime()) / DAY_MS),
        agreedFen: String(c.agreedFen),
        paidFen: String(c.recordedPaidFen + (paid.get(c.id) ?? 0)),
        awarded: award !== undefined,
        awardedFen: award == null ? null : String(award),
        compiledAt,
      };
    });
  }
}
