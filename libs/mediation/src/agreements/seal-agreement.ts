import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseLifecycle, CaseReader, CaseTimeline } from '@hejie/cases';
import { Organisations } from '@hejie/identity';
import { CLAIM_KINDS } from '@hejie/law';
import { renderPdf } from '@hejie/papers';
import { civilDate, Clock, FileStore, MAX_FILE_BYTES, notFound, Outbox, UnitOfWork, type Actor, type StoredBytes } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { agreementSealed, type Side } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { agreementPaper, chineseDate, yuan } from './agreement-paper.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { Agreement } from './agreement.entity.js';
import { DraftAgreement } from './draft-agreement.js';

const when = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });
const ROLE = { claimant: '申请人', respondent: '被申请人', mediator: '调解员' } as const;
const METHOD = { phone_code: '手机验证码签名', staff_session: '实名双因素登录签名', paper: '纸质签名' } as const;

/** The organisation's seal: sets the PDF, keeps its hash on the timeline, makes the case agreed. */
@Injectable()
export class SealAgreement {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly caseAccess: CaseAccess,
    private readonly cases: CaseReader,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly draft: DraftAgreement,
    private readonly organisations: Organisations,
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
    const pdf = await this.pdf(agreement, signatures, sealedAt);
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, agreement.caseId);
      const fresh = await tx.findOneByOrFail(Agreement, { id: agreementId });
      if (fresh.status === 'sealed') return;
      if (fresh.status === 'void') throw refuse('AGREEMENT_STATE');
      await tx.update(Agreement, { id: agreementId }, { status: 'sealed', sha256: pdf.sha256, bytes: pdf.bytes, sealedAt, sealedBy: actor.accountId });
      await this.lifecycle.move(tx, {
        caseId: row.id,
        move: 'agree',
        actorId: actor.accountId,
        data: { agreementId, number: agreement.number, sha256: pdf.sha256 },
        set: { amountSettledFen: agreement.terms.totalFen },
      });
      await this.timeline.record(tx, { caseId: row.id, kind: 'mediation.sealed', actorId: actor.accountId, data: { agreementId, number: agreement.number, sha256: pdf.sha256 } });
      await this.outbox.put(tx, agreementSealed, { agreementId, caseId: row.id });
    });
  }

  private async pdf(agreement: Agreement, signatures: readonly AgreementSignature[], sealedAt: Date): Promise<StoredBytes> {
    const found = (await this.cases.unsafeCase(agreement.caseId))!;
    const names = await this.draft.signerNames(signatures);
    const nameOf = (role: Side) => names.get(role) ?? '';
    const city = await this.organisations.root();
    const photo = agreement.evidenceId ? await this.cases.evidence(agreement.caseId, agreement.evidenceId) : null;
    const paper = agreementPaper({
      number: agreement.number,
      caseNumber: found.number,
      organisation: city?.name ?? '',
      claimant: { name: found.claimant.name ?? '', idNumber: found.claimant.idNumber, address: found.claimant.address },
      employer: found.facts.employer,
      respondentRepresentative: nameOf('respondent'),
      mediator: nameOf('mediator'),
      claims: found.facts.claims.map((c, i) => `${i + 1}．${CLAIM_KINDS[c.kind].zh}${c.amountFen === undefined ? '' : `，${yuan(c.amountFen)}`}`).join('\n'),
      story: found.facts.story,
      answer: found.answer?.text ?? null,
      terms: agreement.terms,
      method: agreement.method,
      photoSha256: photo?.sha256,
      signatures: signatures.map((s) => ({ role: ROLE[s.role], name: nameOf(s.role), signedAt: when.format(s.signedAt!), method: METHOD[s.method!] })),
      sealedOn: chineseDate(civilDate(sealedAt)),
      madeAt: sealedAt,
    });
    return this.store.put(Readable.from(await renderPdf(paper)), MAX_FILE_BYTES);
  }
}
