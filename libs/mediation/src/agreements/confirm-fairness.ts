import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseLifecycle, CaseTimeline } from '@hejie/cases';
import { Clock, notFound, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import type { PartyKey } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { Agreement } from './agreement.entity.js';

/** The mediator has to say it was explained, the worker that it was understood. */
const CONFIRMED_BY: readonly PartyKey[] = ['claimant', 'mediator'];

/** Whether a signer must still wait for the warning to be confirmed by the mediator and the worker; respondents need not. */
export function awaitsConfirmation(agreement: Pick<Agreement, 'fairness'>, role: PartyKey, all: readonly Pick<AgreementSignature, 'role' | 'fairnessConfirmedAt'>[]): boolean {
  return agreement.fairness !== null && CONFIRMED_BY.includes(role) && all.some((s) => CONFIRMED_BY.includes(s.role) && !s.fairnessConfirmedAt);
}

/** Confirms the warning that an agreement is far under what could be asked for (民法典 Art 151), on record. */
@Injectable()
export class ConfirmFairness {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly clock: Clock,
  ) {}

  /** Again is harmless. @throws NOT_FOUND for anybody but its worker and mediator, AGREEMENT_STATE for one that carries no warning or is no longer to be signed */
  async execute(actor: Actor, id: string): Promise<void> {
    const agreement = await this.dataSource.getRepository(Agreement).findOneBy({ id });
    if (!agreement) throw notFound();
    await this.access.require(actor, agreement.caseId);
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, agreement.caseId);
      const mine = await tx.findOneBy(AgreementSignature, { agreementId: id, accountId: actor.accountId, role: In([...CONFIRMED_BY]) });
      if (!mine) throw notFound();
      if (mine.fairnessConfirmedAt) return;
      const { status, fairness } = await tx.findOneByOrFail(Agreement, { id });
      if (status !== 'signing' || !fairness) throw refuse('AGREEMENT_STATE');
      await tx.update(AgreementSignature, { agreementId: id, role: mine.role }, { fairnessConfirmedAt: this.clock.now() });
      const { referenceFen, percent } = fairness;
      await this.timeline.record(tx, {
        caseId: agreement.caseId,
        kind: `mediation.fairness_confirmed_${mine.role}`,
        actorId: actor.accountId,
        audience: 'worker_side',
        data: { agreementId: id, referenceFen, percent, totalFen: agreement.terms.totalFen },
      });
    });
  }
}
