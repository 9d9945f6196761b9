import { Injectable } from '@nestjs/common';
import { CaseAccess, CaseLifecycle, CaseReader, CaseTimeline, Delegations, EVERYBODY, RESPONDENTS } from '@hejie/cases';
import { Accounts, ConfirmationCodes, Organisations, SignedInBy } from '@hejie/identity';
import { rmbInWords } from '@hejie/law';
import { AuditLog, civilDate, Clock, notFound, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { DataSource, IsNull } from 'typeorm';
import { boundBy, type AgreementView, type Fairness, type Paid, type PartyKey, type Sign, type Verify } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { AgreementAccess } from './agreement-access.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { Agreement } from './agreement.entity.js';
import { awaitsConfirmation } from './confirm-fairness.js';
import { bindsOf, DraftAgreement } from './draft-agreement.js';
import { Instalment } from './instalment.entity.js';
import { ShareRules } from '../shares/share-rules.js';
import { SetAgreement } from './set-agreement.js';
import { staffMeans } from './staff-means.js';
import { typedNumber } from './typed-number.js';

/** Reading, signing and performing agreements, and checking one from outside. */
@Injectable()
export class Agreements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: AgreementAccess,
    private readonly caseAccess: CaseAccess,
    private readonly cases: CaseReader,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
    private readonly organisations: Organisations,
    private readonly codes: ConfirmationCodes,
    private readonly audit: AuditLog,
    private readonly draft: DraftAgreement,
    private readonly setting: SetAgreement,
    private readonly shareRules: ShareRules,
    private readonly delegations: Delegations,
    private readonly accounts: Accounts,
    private readonly signedInBy: SignedInBy,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  async read(actor: Actor, id: string): Promise<AgreementView> {
    return this.view(actor, await this.find(actor, id));
  }

  /** @throws NOT_FOUND */
  async ofCase(actor: Actor, caseId: string): Promise<AgreementView[]> {
    const relations = await this.caseAccess.require(actor, caseId, EVERYBODY);
    const rows = await this.dataSource.getRepository(Agreement).find({ where: { caseId }, order: { id: 'DESC' } });
    return Promise.all((await this.access.readable(actor, relations, rows)).map((a) => this.view(actor, a)));
  }

  /** For the download: a sealed agreement's file. That somebody looked is written down first. @throws NOT_FOUND */
  async file(actor: Actor, id: string) {
    const a = await this.find(actor, id);
    if (!a.sha256 || !a.bytes) throw notFound();
    await this.work.run((tx) => this.audit.append(tx, { actorId: actor.accountId, action: 'mediation.agreement_read', subject: `agreement:${id}`, detail: { caseId: a.caseId } }));
    return { sha256: a.sha256, bytes: a.bytes, mediaType: 'application/pdf', name: `${a.number}.pdf` };
  }

  /** The whole text that is to be signed, as a paper; for a sealed agreement there is the file. @throws NOT_FOUND */
  async text(actor: Actor, id: string): Promise<Buffer> {
    const agreement = await this.find(actor, id);
    if (agreement.status !== 'signing') throw notFound();
    return this.setting.pdf(agreement, await this.dataSource.getRepository(AgreementSignature).findBy({ agreementId: id }), null);
  }

  /** Notes that a signer has read it to the end. @throws NOT_FOUND */
  async markRead(actor: Actor, id: string): Promise<void> {
    const agreement = await this.find(actor, id);
    const { mine } = await this.mySignature(actor, agreement);
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, agreement.caseId);
      await this.stillMine(actor, agreement, mine);
      await tx.update(AgreementSignature, { agreementId: id, role: mine.role, readAt: IsNull() }, { readAt: this.clock.now() });
    });
  }

  /** Signs with a fresh code (parties) or the session of staff (mediator, delegate), by the means it was made. Again is harmless. @throws NOT_FOUND, AGREEMENT_NOT_READ, AGREEMENT_FAIRNESS_UNCONFIRMED, AGREEMENT_STATE, AGREEMENT_CODE_MISSING, CODE_INVALID */
  async sign(actor: Actor, id: string, { code }: Sign): Promise<void> {
    const agreement = await this.find(actor, id);
    const { mine, byLetter } = await this.mySignature(actor, agreement);
    if (mine.signedAt) return;
    if (agreement.status !== 'signing') throw refuse('AGREEMENT_STATE');
    if (!mine.readAt) throw refuse('AGREEMENT_NOT_READ');
    const all = await this.dataSource.getRepository(AgreementSignature).findBy({ agreementId: id });
    if (awaitsConfirmation(agreement, mine.role, all)) throw refuse('AGREEMENT_FAIRNESS_UNCONFIRMED');
    // said before a code is spent, and asked again under the lock
    if (mine.role === 'claimant') await this.shareRules.checkAccepted(this.dataSource.manager, id);
    // a delegate is staff of the union
    const byStaff = mine.role === 'mediator' || byLetter;
    if (!byStaff) {
      if (!code) throw refuse('AGREEMENT_CODE_MISSING');
      await this.codes.consume(actor, { purpose: 'sign_agreement', subject: id }, code);
    }
    const method = byStaff ? staffMeans(await this.signedInBy.of(actor)) : 'phone_code';
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, agreement.caseId);
      if (!(await tx.existsBy(Agreement, { id, status: 'signing' }))) throw refuse('AGREEMENT_STATE');
      await this.stillMine(actor, agreement, mine);
      if (mine.role === 'claimant') await this.shareRules.checkAccepted(tx, id);
      const { affected } = await tx.update(
        AgreementSignature,
        { agreementId: id, role: mine.role, signedAt: IsNull() },
        { signedAt: this.clock.now(), method, ...(byLetter ? { signerName: await this.inTheNameOf(actor, mine) } : {}) },
      );
      if (affected) await this.timeline.record(tx, { caseId: agreement.caseId, kind: 'mediation.signed', actorId: actor.accountId, data: { agreementId: id, role: mine.role, ...bindsOf(agreement) } });
    });
  }

  /** The worker's side confirms that an instalment arrived; with the last one the case is performed. @throws NOT_FOUND, AGREEMENT_STATE */
  async paid(actor: Actor, id: string, n: number, { evidenceId }: Paid): Promise<void> {
    const agreement = await this.find(actor, id);
    await this.caseAccess.require(actor, agreement.caseId, ['claimant', 'counsel', 'officer']);
    if (agreement.status !== 'sealed') throw refuse('AGREEMENT_STATE');
    if (agreement.terms.shares) throw refuse('AGREEMENT_PER_WORKER');
    if (evidenceId && !(await this.cases.evidence(agreement.caseId, evidenceId))) throw notFound();
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, agreement.caseId);
      const instalment = await tx.findOneBy(Instalment, { agreementId: id, n });
      if (!instalment) throw notFound();
      if (instalment.paidAt) return;
      await tx.update(Instalment, { agreementId: id, n }, { paidAt: this.clock.now(), evidenceId: evidenceId ?? null });
      await this.timeline.record(tx, { caseId: agreement.caseId, kind: 'mediation.paid', actorId: actor.accountId, data: { agreementId: id, n, amountFen: Number(instalment.amountFen), ...bindsOf(agreement) } });
      // one that went on to a commission or court ends there
      if (row.status === 'agreed') await this.performWhenAllPaid(tx, actor, agreement);
    });
  }

  private async performWhenAllPaid(tx: Tx, actor: Actor, agreement: Agreement): Promise<void> {
    const { id, caseId } = agreement;
    if (await tx.existsBy(Instalment, { agreementId: id, paidAt: IsNull() })) return;
    await this.lifecycle.move(tx, { caseId, move: 'perform', actorId: actor.accountId, data: { agreementId: id, ...bindsOf(agreement) } });
  }

  /** For anybody: whether a sealed agreement has this number and this hash, and nothing more. */
  async verify({ number, hash }: Verify) {
    const found = await this.dataSource.getRepository(Agreement).findOneBy({ number: typedNumber(number), sha256: hash, status: 'sealed' });
    if (!found) return { valid: false, number: null, sealedOn: null, organisation: null };
    return { valid: true, number: found.number, sealedOn: civilDate(found.sealedAt!), organisation: (await this.organisations.root())?.name ?? '' };
  }

  private async find(actor: Actor, id: string): Promise<Agreement> {
    return (await this.access.find(actor, id)).agreement;
  }

  /** The place the actor signs at: the own one, or the workers' by a letter that lets them sign. @throws NOT_FOUND, DELEGATION_ENDED, DELEGATION_SCOPE */
  private async mySignature(actor: Actor, { id: agreementId, caseId, terms }: Agreement): Promise<{ mine: AgreementSignature; byLetter: boolean }> {
    const all = await this.dataSource.getRepository(AgreementSignature).findBy({ agreementId });
    const mine = all.find((s) => s.accountId === actor.accountId);
    if (mine) return { mine, byLetter: false };
    await this.delegations.require(actor, caseId, 'sign');
    await this.delegations.require(actor, caseId, 'settle', terms.totalFen);
    return { mine: all.find((s) => s.role === 'claimant')!, byLetter: true };
  }

  /** Asked under the case's lock, as the place may have passed to another mediator meanwhile, or the letter ended. @throws NOT_FOUND, DELEGATION_ENDED */
  private async stillMine(actor: Actor, agreement: Agreement, { role }: AgreementSignature): Promise<void> {
    if ((await this.mySignature(actor, agreement)).mine.role !== role) throw notFound();
  }

  /** 钱某（受托人，代郭某签名） */
  private async inTheNameOf(actor: Actor, { accountId }: AgreementSignature): Promise<string> {
    const names = await this.accounts.names([actor.accountId, ...(accountId ? [accountId] : [])]);
    return `${names.get(actor.accountId)?.name ?? ''}（受托人，代${names.get(accountId ?? '')?.name ?? ''}签名）`;
  }

  private async view(actor: Actor, a: Agreement): Promise<AgreementView> {
    const signatures = await this.dataSource.getRepository(AgreementSignature).findBy({ agreementId: a.id });
    const instalments = await this.dataSource.getRepository(Instalment).find({ where: { agreementId: a.id }, order: { n: 'ASC' } });
    const names = await this.draft.signerNames(signatures);
    const found = (await this.cases.unsafeCase(a.caseId))!;
    const relations = await this.caseAccess.relationsOf(actor, a.caseId);
    const own = signatures.find((s) => s.accountId === actor.accountId);
    const byLetter = !own && (await this.delegations.maySign(actor, a.caseId, a.terms.totalFen));
    return {
      id: a.id,
      caseId: a.caseId,
      number: a.number,
      status: a.status,
      method: a.method,
      claimantName: found.claimant.name ?? '',
      employerName: found.facts.employer.name,
      ...(a.terms.binds ? { respondents: found.respondents.map(({ id, number, name }) => ({ key: id ?? 'respondent', number, name, bound: boundBy(a.terms).includes(id ?? 'respondent') })) } : {}),
      terms: a.terms,
      amountInWords: rmbInWords(a.terms.totalFen),
      signatures: signatures.map((s) => ({
        role: s.role,
        name: names.get(s.role) ?? '',
        mine: own ? s === own : byLetter && s.role === 'claimant',
        readAt: s.readAt?.toISOString() ?? null,
        signedAt: s.signedAt?.toISOString() ?? null,
      })),
      sha256: a.sha256,
      sealedAt: a.sealedAt?.toISOString() ?? null,
      instalments: instalments.map((i) => ({ n: i.n, dueDate: i.dueDate, amountFen: Number(i.amountFen), ...payerOf(a, i.n), paidAt: i.paidAt?.toISOString() ?? null })),
      fairness: a.fairness && !relations.some((r) => RESPONDENTS.includes(r)) ? fairnessView(a, a.fairness, actor, signatures) : null,
    };
  }
}

/** Who pays an instalment, where each respondent pays its own. @param n from 1 */
function payerOf({ terms }: Pick<Agreement, 'terms'>, n: number): { by?: string } {
  const by = terms.instalments[n - 1]?.by;
  return by === undefined ? {} : { by };
}

function fairnessView(a: Agreement, fairness: Fairness, actor: Actor, signatures: readonly AgreementSignature[]): AgreementView['fairness'] {
  const confirmed = (role: PartyKey) => signatures.find((s) => s.role === role)?.fairnessConfirmedAt?.toISOString() ?? null;
  const mine = signatures.find((s) => s.accountId === actor.accountId);
  const mineToConfirm = a.status === 'signing' && mine !== undefined && (mine.role === 'claimant' || mine.role === 'mediator') && !mine.fairnessConfirmedAt;
  return { ...fairness, confirmed: { claimant: confirmed('claimant'), mediator: confirmed('mediator') }, mineToConfirm };
}
