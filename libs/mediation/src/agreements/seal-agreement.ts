import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseLifecycle, CaseTimeline } from '@hejie/cases';
import { Clock, FileStore, MAX_FILE_BYTES, notFound, Outbox, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { agreementSealed } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { Agreement } from './agreement.entity.js';
import { bindsOf } from './draft-agreement.js';
import { ShareRules } from '../shares/share-rules.js';
import { SetAgreement } from './set-agreement.js';

/** The organisation's seal: sets the PDF, keeps its hash on the timeline, makes the case agreed. */
@Injectable()
export class SealAgreement {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly caseAccess: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly setting: SetAgreement,
    private readonly shareRules: ShareRules,
    private readonly store: FileStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Sealing again changes nothing. @throws NOT_FOUND, AGREEMENT_STATE, AGREEMENT_UNSIGNED */
  async execute(actor: Actor, agreementId: string): Promise<void> {
    const agreement = await this.dataSource.getRepository(Agreement).findOneBy({ id: agreementId });
    if (!agreement) throw notFound();
    await this.caseAccess.require(actor, agreement.caseId, ['mediator', 'department']);
    if (agreement.status === 'sealed') return;
    if (agreement.status === 'void') throw refuse('AGREEMENT_STATE');
    const signatures = await this.dataSource.getRepository(AgreementSignature).findBy({ agreementId });
    if (signatures.some((s) => !s.signedAt)) throw refuse('AGREEMENT_UNSIGNED');
    // set before the transaction: it takes a moment, and signed terms and signatures cannot change any more
    const sealedAt = this.clock.now();
    const pdf = await this.store.put(Readable.from(await this.setting.pdf(agreement, signatures, sealedAt)), MAX_FILE_BYTES);
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, agreement.caseId);
      const fresh = await tx.findOneByOrFail(Agreement, { id: agreementId });
      if (fresh.status === 'sealed') return;
      if (fresh.status === 'void') throw refuse('AGREEMENT_STATE');
      await this.shareRules.checkAccepted(tx, agreementId);
      await tx.update(Agreement, { id: agreementId }, { status: 'sealed', sha256: pdf.sha256, bytes: pdf.bytes, sealedAt, sealedBy: actor.accountId });
      await this.lifecycle.move(tx, {
        caseId: row.id,
        move: 'agree',
        actorId: actor.accountId,
        data: { agreementId, number: agreement.number, sha256: pdf.sha256, ...bindsOf(agreement) },
        set: { amountSettledFen: agreement.terms.totalFen },
      });
      await this.timeline.record(tx, { caseId: row.id, kind: 'mediation.sealed', actorId: actor.accountId, data: { agreementId, number: agreement.number, sha256: pdf.sha256, ...bindsOf(agreement) } });
      await this.outbox.put(tx, agreementSealed, { agreementId, caseId: row.id });
    });
  }
}
