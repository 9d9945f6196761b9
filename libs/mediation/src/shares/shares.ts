import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseLifecycle, CaseReader, CaseTimeline, Groups, WORKER_SIDE } from '@hejie/cases';
import type { Relation } from '@hejie/cases/contract';
import { ConfirmationCodes } from '@hejie/identity';
import { yuanOf } from '@hejie/law';
import { Clock, maskName, newId, notFound, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { DataSource, In, IsNull } from 'typeorm';
import { AgreementAccess } from '../agreements/agreement-access.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { bindsOf } from '../agreements/draft-agreement.js';
import { Instalment } from '../agreements/instalment.entity.js';
import type { AcceptShare, MyShare, PayShare, SharesView, ShareView } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { AgreementShare } from './agreement-share.entity.js';
import { SharePayment } from './share-payment.entity.js';

const TELLERS: readonly Relation[] = ['claimant', 'representative', 'counsel', 'officer'];
/** Whether somebody who is these to the case tells of everybody's money; a member only of the own. */
const leads = (relations: readonly Relation[]) => relations.some((r) => TELLERS.includes(r));

/** The table of a group's agreement, worker by worker: what each gets, agreed to, was paid, and is still owed. */
@Injectable()
export class Shares {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly agreements: AgreementAccess,
    private readonly cases: CaseReader,
    private readonly groups: Groups,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly codes: ConfirmationCodes,
    private readonly clock: Clock,
  ) {}

  /** For the people of the case who read the agreement; members read their own row elsewhere. @throws NOT_FOUND */
  async table(actor: Actor, agreementId: string): Promise<SharesView> {
    const { agreement, relations } = await this.agreements.find(actor, agreementId);
    const full = agreement.status === 'sealed' || relations.some((r) => WORKER_SIDE.includes(r) || r === 'mediator');
    const items = await this.rows(agreementId);
    return {
      agreementId,
      status: agreement.status,
      items: items.map((i) => (full ? i : { ...i, name: maskName(i.name) })),
      ...sums(items),
      mayPay: leads(relations),
      mayAccept: relations.includes('officer'),
    };
  }

  /** The actor's own rows in agreements that stand or are to be signed. */
  async mine(actor: Actor): Promise<MyShare[]> {
    const places = await this.groups.placesOf(actor.accountId);
    const shares = places.length ? await this.dataSource.getRepository(AgreementShare).findBy({ memberId: In(places.map((p) => p.memberId)) }) : [];
    const agreements = await this.dataSource.getRepository(Agreement).findBy({ id: In(shares.map((s) => s.agreementId)), status: In(['signing', 'sealed']) });
    return Promise.all(
      agreements.map(async (a) => {
        const rows = await this.rows(a.id);
        const { memberId } = shares.find((s) => s.agreementId === a.id)!;
        return {
          ...rows.find((r) => r.memberId === memberId)!,
          agreementId: a.id,
          caseId: a.caseId,
          number: a.number,
          status: a.status,
          totalFen: a.terms.totalFen,
          workers: rows.length,
          payBy: a.terms.instalments.map((i) => i.dueDate),
          otherTerms: a.terms.otherTerms ?? null,
        };
      }),
    );
  }

  /** A member with a fresh code, or an officer for a member who said so before them. Again is harmless. @throws NOT_FOUND, AGREEMENT_STATE, CODE_INVALID */
  async accept(actor: Actor, agreementId: string, input: AcceptShare): Promise<void> {
    const agreement = await this.find(agreementId);
    const byOfficer = 'consent' in input;
    if (byOfficer) await this.access.require(actor, agreement.caseId, ['officer']);
    const memberId = byOfficer ? input.memberId : await this.placeOf(actor, agreement.caseId);
    const share = await this.dataSource.getRepository(AgreementShare).findOneBy({ agreementId, memberId });
    if (!share) throw notFound();
    if (share.acceptedAt) return;
    if (agreement.status !== 'signing') throw refuse('AGREEMENT_STATE');
    if (!byOfficer) await this.codes.consume(actor, { purpose: 'accept_share', subject: agreementId }, input.code);
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, agreement.caseId);
      if (!(await tx.existsBy(Agreement, { id: agreementId, status: 'signing' }))) throw refuse('AGREEMENT_STATE');
      const { affected } = await tx.update(AgreementShare, { agreementId, memberId, acceptedAt: IsNull() }, { acceptedAt: this.clock.now(), consent: byOfficer ? input.consent : null });
      if (affected) await this.timeline.record(tx, { caseId: agreement.caseId, kind: 'mediation.share_accepted', actorId: actor.accountId, audience: 'worker_side', data: { agreementId, memberId } });
    });
  }

  /**
   * Money one worker got; with the last of it the agreement is performed. The worker tells it, or who leads the group.
   * Safe to repeat. @throws NOT_FOUND, AGREEMENT_STATE, SHARE_OVERPAID
   */
  async pay(actor: Actor, agreementId: string, input: PayShare): Promise<void> {
    const agreement = await this.find(agreementId);
    const { caseId } = agreement;
    if (!leads(await this.access.relationsOf(actor, caseId)) && (await this.placeOf(actor, caseId)) !== input.memberId) throw notFound();
    if (input.evidenceId && !(await this.cases.evidence(caseId, input.evidenceId))) throw notFound();
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      if (await tx.existsBy(SharePayment, { agreementId, requestId: input.requestId })) return;
      if (agreement.status !== 'sealed') throw refuse('AGREEMENT_STATE');
      const share = await tx.findOneBy(AgreementShare, { agreementId, memberId: input.memberId });
      if (!share) throw notFound();
      const left = Number(share.amountFen) - paidTo(await tx.findBy(SharePayment, { agreementId, memberId: input.memberId }));
      if (input.amountFen > left) throw refuse('SHARE_OVERPAID', { params: { left: yuanOf(left) }, extra: { leftFen: left } });
      await tx.insert(SharePayment, { ...input, id: newId(), agreementId, amountFen: String(input.amountFen), evidenceId: input.evidenceId ?? null, recordedBy: actor.accountId, recordedAt: this.clock.now() });
      await this.timeline.record(tx, { caseId, kind: 'mediation.share_paid', actorId: actor.accountId, audience: 'worker_side', data: { agreementId, memberId: input.memberId, amountFen: input.amountFen } });
      await this.markPaid(tx, actor, agreement, row.status);
    });
  }

  /** Instalments are paid as the sum of all payments reaches them, in their order. */
  private async markPaid(tx: Tx, actor: Actor, agreement: Agreement, status: string): Promise<void> {
    const agreementId = agreement.id;
    let left = paidTo(await tx.findBy(SharePayment, { agreementId }));
    for (const i of await tx.find(Instalment, { where: { agreementId }, order: { n: 'ASC' } })) {
      left -= Number(i.amountFen);
      if (left < 0) return;
      if (!i.paidAt) await tx.update(Instalment, { agreementId, n: i.n }, { paidAt: this.clock.now() });
    }
    if (status === 'agreed') await this.lifecycle.move(tx, { caseId: agreement.caseId, move: 'perform', actorId: actor.accountId, data: { agreementId, ...bindsOf(agreement) } });
  }

  private async rows(agreementId: string): Promise<ShareView[]> {
    const shares = await this.dataSource.getRepository(AgreementShare).find({ where: { agreementId }, order: { memberId: 'ASC' } });
    const payments = await this.dataSource.getRepository(SharePayment).findBy({ agreementId });
    const members = await this.groups.unsafeByIds(shares.map((s) => s.memberId));
    return shares.map((s) => {
      const { name, days, monthlyWageFen, dueFen } = members.get(s.memberId)!;
      const [amountFen, paidFen] = [Number(s.amountFen), paidTo(payments.filter((p) => p.memberId === s.memberId))];
      return { memberId: s.memberId, name, days, monthlyWageFen, dueFen, amountFen, acceptedAt: s.acceptedAt?.toISOString() ?? null, paidFen, leftFen: amountFen - paidFen };
    });
  }

  private async placeOf(actor: Actor, caseId: string): Promise<string> {
    const place = (await this.groups.placesOf(actor.accountId)).find((p) => p.caseId === caseId);
    if (!place) throw notFound();
    return place.memberId;
  }

  private async find(id: string): Promise<Agreement> {
    const found = await this.dataSource.getRepository(Agreement).findOneBy({ id });
    if (!found) throw notFound();
    return found;
  }
}

const paidTo = (payments: readonly SharePayment[]) => payments.reduce((sum, p) => sum + Number(p.amountFen), 0);

function sums(items: readonly ShareView[]): Pick<SharesView, 'totalFen' | 'paidFen' | 'leftFen'> {
  const of = (field: 'amountFen' | 'paidFen' | 'leftFen') => items.reduce((sum, i) => sum + i[field], 0);
  return { totalFen: of('amountFen'), paidFen: of('paidFen'), leftFen: of('leftFen') };
}
